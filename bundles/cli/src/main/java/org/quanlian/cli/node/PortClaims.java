package org.quanlian.cli.node;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ports that launchers of this machine are about to use. From the moment at which a port is found free until the node listens
 * there, everybody else would find it free too; so who wants it leaves a file that says so first, and looks for files of others
 * then. Of two who do that at once at least one sees the other and goes to another port, whoever they are.
 *
 * <p>A claim holds while the process lives that it names; the launcher takes its own away in the end.
 */
final class PortClaims {
    private static final String PREFIX = "quanlian-port-";

    private final Path folder;
    private final long owner;

    /**
     * @param folder the same for all launchers of this machine
     * @param owner number of the process for which ports are claimed
     */
    PortClaims(Path folder, long owner) {
        this.folder = folder;
        this.owner = owner;
    }

    /** Claims a port; answers whether nobody else does. */
    boolean claim(int port) throws IOException {
        Path own = folder.resolve(PREFIX + port + "-" + owner);
        try {
            Files.createFile(own);
        } catch (FileAlreadyExistsException e) {
            // It was claimed a moment ago, by the same start.
        }
        if (isClaimedByOthers(port, own)) {
            Files.deleteIfExists(own);
            return false;
        }
        return true;
    }

    /** Gives a port back. */
    void release(int port) throws IOException {
        Files.deleteIfExists(folder.resolve(PREFIX + port + "-" + owner));
    }

    private boolean isClaimedByOthers(int port, Path own) throws IOException {
        boolean claimed = false;
        try (DirectoryStream<Path> claims = Files.newDirectoryStream(folder, PREFIX + port + "-*")) {
            for (Path claim : claims) {
                if (!claim.equals(own)) {
                    claimed |= lives(claim);
                }
            }
        }
        return claimed;
    }

    /** Whether the process lives that a claim names; what is no claim of a launcher counts as one that does. */
    private static boolean lives(Path claim) {
        String name = claim.getFileName().toString();
        try {
            long process = Long.parseLong(name.substring(name.lastIndexOf('-') + 1));
            return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
