package org.quanlian.rest.internal.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** A response that counts its bytes and keeps error pages of the container from being sent. */
final class ObservedResponse extends HttpServletResponseWrapper {
    private CountingStream stream;
    private int refusal;

    ObservedResponse(HttpServletResponse response) {
        super(response);
    }

    /** How many bytes of body were written. */
    long bytes() {
        return stream == null ? 0 : stream.count;
    }

    /** The status with which somebody wanted an error page; 0 when nobody did. */
    int refusal() {
        return refusal;
    }

    @Override
    public void sendError(int status, String message) {
        refusal = status;
    }

    @Override
    public void sendError(int status) {
        refusal = status;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new CountingStream(super.getOutputStream());
        }
        return stream;
    }

    /** Counts what passes. */
    private static final class CountingStream extends ServletOutputStream {
        private final ServletOutputStream out;
        private long count;

        CountingStream(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            count++;
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            out.write(octets, offset, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("requests are served synchronously");
        }
    }
}
