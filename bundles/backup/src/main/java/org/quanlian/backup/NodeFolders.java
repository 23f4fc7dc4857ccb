package org.quanlian.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of a data directory belongs into which part.
 *
 * @param data the data directory
 * @param documents where the contents of documents lie, which may be elsewhere
 */
public record NodeFolders(Path data, DocumentFolder documents) {
    /** Files of the data directory itself that belong to the configuration; each may be missing. */
    private static final List<String> SINGLE = List.of("console-password", "first-operator-password", "run/etc.sums");

    /** A folder that goes into a part under a name. */
    record Tree(String name, Path folder, Predicate<Path> taken) {}

    /** The folders of a part, which may be missing. */
    List<Tree> trees(Part part) {
        return switch (part) {
            case DATABASE -> List.of();
            case DOCUMENTS -> List.of(new Tree(
                    "documents",
                    documents.path(),
                    file -> !documents.path().relativize(file).startsWith(documents.incoming())));
            case KEYS -> List.of(new Tree(
                    "keys", data.resolve("keys"), file -> !file.toString().endsWith(".new")));
            case CONFIGURATION -> List.of(new Tree("etc", data.resolve("etc"), file -> true));
            case PACKS -> List.of(new Tree("deploy", data.resolve("deploy"), file -> true));
            case AUDIT -> List.of(new Tree("audit", data.resolve("audit"), file -> true));
        };
    }

    /** Files of a part that lie by themselves, by their names. */
    Map<String, Path> single(Part part) {
        return part == Part.CONFIGURATION
                ? SINGLE.stream().collect(Collectors.toMap(name -> name, data::resolve))
                : Map.of();
    }
}
