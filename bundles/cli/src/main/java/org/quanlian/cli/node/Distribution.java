package org.quanlian.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The distribution that a node runs from.
 *
 * @param home its folder
 */
record Distribution(Path home) {
    private static final List<String> CONTENT = List.of("etc", "lib", "system");

    /** The configuration files that it delivers. */
    Path etc() {
        return home.resolve("etc");
    }

    /** The files that differ from its checksums; see {@link DistributionSums#differing}. */
    List<String> differing() throws IOException {
        return DistributionSums.differing(home);
    }

    /** The identity of its content: the same for two builds of the same sources. */
    String identity() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String folder : CONTENT) {
            Checksums.ofFolder(home.resolve(folder)).forEach((path, sum) -> all.put(folder + "/" + path, sum));
        }
        return Checksums.combined(all);
    }
}
