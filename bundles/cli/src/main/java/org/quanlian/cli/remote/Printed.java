package org.quanlian.cli.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a command prints, without colours. A line that begins with an ellipsis tells how far the command is: it is shown at
 * once, and is no part of what the command came to.
 */
final class Printed extends OutputStream {
    private static final String PROGRESS = "… ";
    private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]*[A-Za-z]");

    private final OutputStream watcher;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private long bytes;

    /** @param watcher where it is shown how far the command is */
    Printed(OutputStream watcher) {
        this.watcher = watcher;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        bytes++;
        line.write(b);
        if (b == '\n') {
            String whole = plain(line);
            line.reset();
            if (whole.startsWith(PROGRESS)) {
                watcher.write(whole.getBytes(StandardCharsets.UTF_8));
                watcher.flush();
            } else {
                text.append(whole);
            }
        }
    }

    /** How many bytes came so far. */
    synchronized long bytes() {
        return bytes;
    }

    /** What the command came to. */
    synchronized String text() {
        return text + plain(line);
    }

    private static String plain(ByteArrayOutputStream bytes) {
        return COLOURS.matcher(bytes.toString(StandardCharsets.UTF_8)).replaceAll("");
    }
}
