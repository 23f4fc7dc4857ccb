package org.quanlian.cli.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * {@code SHA256SUMS} of a distribution, as {@code sha256sum} reads it: a digest, two spaces and a path on each line. They
 * tell damage and mistakes; whoever can change a file can change them too.
 */
final class DistributionSums {
    /** The name of the file, in the folder of the distribution. */
    static final String NAME = "SHA256SUMS";

    private static final int DIGEST = 64;

    private DistributionSums() {}

    /**
     * The files that are not as they were delivered, by their paths, in the order of the sums; the sums themselves when they
     * are missing or no sums.
     */
    static List<String> differing(Path home) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(home.resolve(NAME));
        } catch (NoSuchFileException e) {
            return List.of(NAME);
        }
        List<String> differing = new ArrayList<>();
        for (String line : lines) {
            if (!line.matches("[0-9a-f]{64} [ *].+")) {
                return List.of(NAME);
            }
            String path = line.substring(DIGEST + 2);
            if (!line.substring(0, DIGEST).equals(digest(home.resolve(path)))) {
                differing.add(path);
            }
        }
        return List.copyOf(differing);
    }

    /** The digest of a file; empty when it is not there. */
    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchFileException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
