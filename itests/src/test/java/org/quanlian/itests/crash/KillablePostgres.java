package org.quanlian.itests.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL on a folder and a port of its own. */
final class KillablePostgres implements DatabaseServer, AutoCloseable {
    private final Path folder;
    private EmbeddedPostgres server;

    /** Starts one on an empty folder. */
    KillablePostgres(Path folder) throws IOException {
        this.folder = folder;
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }

    /** What a node has in its {@code etc} to use it. */
    Map<String, String> etc() {
        return Map.of(
                "org.quanlian.store.cfg",
                """
                url = jdbc:postgresql://localhost:%d/postgres
                user = postgres
                passwordFile = etc/database-password
                poolSize = 10
                """
                        .formatted(server.getPort()),
                "database-password",
                "postgres\n");
    }

    @Override
    public void kill() throws IOException {
        long postmaster = Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
        List<ProcessHandle> all = ProcessHandle.of(postmaster).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    @Override
    public void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPort(server.getPort())
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
