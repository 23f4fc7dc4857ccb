package org.quanlian.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.quanlian.policy.api.LocalizedText;

/** Where a verb reads and writes; always UTF-8, whatever the locale. */
public record Streams(InputStream in, OutputStream out, OutputStream err) {
    /** Writes a result. */
    public void print(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Writes a result. */
    public void print(String text) throws IOException {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows a result at once. */
    public void flush() throws IOException {
        out.flush();
        err.flush();
    }

    /** Tells a person something that is not the result. */
    public void complain(byte[] line) throws IOException {
        err.write(line);
        err.write('\n');
        err.flush();
    }

    /** Tells a person something that is not the result, in Chinese and then in English. */
    public void complain(LocalizedText text) throws IOException {
        complain(CliTexts.both(text).getBytes(StandardCharsets.UTF_8));
    }
}
