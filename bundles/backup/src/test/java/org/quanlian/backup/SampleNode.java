package org.quanlian.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quanlian.keys.OwnerOnly;
import org.quanlian.keys.Profile;
import org.quanlian.keys.crypto.PassphraseKey;

/** A node with a few files of each kind, and a database that is one file. */
final class SampleNode {
    static final Passphrase PASSPHRASE = new Passphrase("a passphrase of six plain words");
    static final int SCHEMA = 7;

    /** Enough effort to be a hash, and no more. */
    private static final PassphraseKey.Effort LITTLE = new PassphraseKey.Effort(19_456, 1);

    final Path data;
    private final String rows = "a row\nanother row\n".repeat(1000);

    SampleNode(Path data) {
        this.data = data;
        write("etc/org.quanlian.store.cfg", "url =\n");
        write("etc/org.quanlian.documents.cfg", "folder = /mnt/documents\nmaxDocumentMiB = 20\n");
        write("run/etc.sums", "sums\n");
        write("run/pid", "17\n");
        write("console-password", "only for the console\n");
        write("keys/person-names.key", "a key\n");
        write("keys/token-half.key.00.new", "half\n");
        write("deploy/pack.jar", "a pack");
        write("audit/anchors.jsonl", "{}\n");
        write("documents/ab/cd/abcd", "一份合同".repeat(50_000));
        write("documents/incoming/x.part", "half");
        write("log/quanlian.log", "a line\n");
    }

    Backup backup(Profile profile) {
        return new Backup(
                "1.2.3",
                new NodeFolders(data, new DocumentFolder(data.resolve("documents"), "incoming")),
                new DatabaseSnapshot() {
                    @Override
                    public String kind() {
                        return "sample";
                    }

                    @Override
                    public int write(Path work, Entries.Sink to) throws IOException {
                        to.add("rows", Instant.EPOCH, out -> out.write(rows.getBytes(StandardCharsets.UTF_8)));
                        return SCHEMA;
                    }
                },
                profile,
                Clock.systemUTC(),
                new SecureRandom(),
                LITTLE);
    }

    /** Restores such databases, of schemas up to one. */
    static Restoration restoration(int newest) {
        return new Restoration(
                List.of(new DatabaseRestorer() {
                    @Override
                    public String kind() {
                        return "sample";
                    }

                    @Override
                    public int newestSchema() {
                        return newest;
                    }

                    @Override
                    public void check(Map<String, String> store, Path data) {
                        if (store.containsKey("full")) {
                            throw new BackupRefusedException("database.not-empty", "sample", "rows");
                        }
                    }

                    @Override
                    public void restore(Entries.Source from, int schema, Map<String, String> store, Path data)
                            throws IOException {
                        from.each((name, changed, in) -> {
                            OwnerOnly.folder(data.resolve("db"));
                            Files.write(data.resolve("db").resolve(name), in.readAllBytes());
                        });
                    }
                }),
                new SecureRandom());
    }

    String rows() {
        return rows;
    }

    /** All files below a folder, by their paths, with what is in them. */
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(
                            folder.relativize(file).toString(),
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(data.resolve(name).getParent());
            Files.writeString(data.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
