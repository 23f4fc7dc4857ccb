package org.quanlian.audit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.quanlian.audit.AuditTexts;
import org.quanlian.audit.TrailLines;
import org.quanlian.vouchers.audit.Anchor;

/**
 * The anchors outside the database, one a line, each on the disk before it counts. The operator ships the file elsewhere, as
 * it grows: who changes the database then can't change it.
 */
public final class AnchorFile {
    private final Path file;

    /** @param file where it is; it need not exist yet */
    public AnchorFile(Path file) {
        this.file = file;
    }

    /** Adds an anchor; it is durable when this returns. */
    public void append(Anchor anchor) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ByteBuffer line = ByteBuffer.wrap((anchor.line() + "\n").getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // Half a line, left by a crash, is written over.
                channel.position(wholeLines(channel));
                channel.truncate(channel.position());
                while (line.hasRemaining()) {
                    channel.write(line);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an anchor can't be written to " + file, e);
        }
    }

    /**
     * All its anchors.
     *
     * @throws IllegalArgumentException naming the line that is none
     */
    public List<Anchor> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            List<Anchor> anchors = new ArrayList<>();
            int number = 0;
            for (String line : whole.lines().toList()) {
                number++;
                try {
                    anchors.add(TrailLines.anchor(line));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            AuditTexts.of("anchors.unreadable", file, number, String.valueOf(e.getMessage()))
                                    .en(),
                            e);
                }
            }
            return anchors;
        } catch (IOException e) {
            throw new UncheckedIOException("the anchors can't be read from " + file, e);
        }
    }

    private static long wholeLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
