package org.quanlian.store.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** All steps of the schema that this version of the node knows, in their order. */
public final class Migrations {
    private static final String FOLDER = "/org/quanlian/store/migrations/";

    private Migrations() {}

    /** The steps of the node's schema. They are named in {@code index.txt}, as a bundle's folder can't be listed. */
    public static List<Migration> ofTheNode() {
        return inOrder(read("index.txt")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(fileName -> Migration.of(fileName, read(fileName)))
                .toList());
    }

    /**
     * The given steps, if their versions grow.
     *
     * @throws IllegalArgumentException when a version stands twice or out of order
     */
    static List<Migration> inOrder(List<Migration> migrations) {
        for (int i = 1; i < migrations.size(); i++) {
            if (migrations.get(i - 1).compareTo(migrations.get(i)) >= 0) {
                throw new IllegalArgumentException(migrations.get(i).fileName() + " does not come after "
                        + migrations.get(i - 1).fileName());
            }
        }
        return List.copyOf(migrations);
    }

    private static String read(String fileName) {
        try (InputStream in = Migrations.class.getResourceAsStream(FOLDER + fileName)) {
            if (in == null) {
                throw new IllegalStateException("no " + FOLDER + fileName + " in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
