package org.quanlian.rest.internal.documents;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/** The body of an upload, which must have arrived by a moment; a pause is bounded by the container. */
final class TimedStream extends FilterInputStream {
    private final LongSupplier nanoTime;
    private final long end;

    TimedStream(InputStream in, Duration bound, LongSupplier nanoTime) {
        super(in);
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + bound.toNanos();
    }

    @Override
    public int read() throws IOException {
        requireTime();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        requireTime();
        return super.read(bytes, offset, length);
    }

    private void requireTime() {
        if (nanoTime.getAsLong() - end > 0) {
            throw ProblemException.of(ProblemKind.REQUEST_TIMEOUT);
        }
    }
}
