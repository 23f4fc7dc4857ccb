package org.quanlian.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private final AtomicLong clock = new AtomicLong();
    private final BodyReader reader = new BodyReader(Duration.ofSeconds(30), clock::get);

    @Test
    void aBodyThatDripsIsCutOffWhenItsTimeIsUp() {
        Drip drip = new Drip(Duration.ofSeconds(1), Integer.MAX_VALUE);

        assertThatThrownBy(() -> reader.read(request(drip), 1000))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(ProblemKind.REQUEST_TIMEOUT));
        assertThat(drip.dropped).isEqualTo(31);
    }

    @Test
    void aBodyThatDripsButComesInTimeIsRead() {
        assertThat(reader.read(request(new Drip(Duration.ofSeconds(1), 30)), 1000))
                .hasSize(30);
    }

    @Test
    void noMoreThanOneByteOverTheLimitIsEverRead() {
        Flood flood = new Flood();

        assertThatThrownBy(() -> reader.read(request(flood), 1000))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(ProblemKind.CONTENT_TOO_LARGE));
        assertThat(flood.taken).isEqualTo(1001);
    }

    /** Who is still sending when the connection closes would lose the answer. */
    @Test
    void aDeclaredBodyThatIsALittleTooBigIsHeardOutAndNotKept() {
        Drip drip = new Drip(Duration.ZERO, 2000);

        assertTooLarge(request(drip, 2000, null));
        assertThat(drip.dropped).isEqualTo(2000);
    }

    @Test
    void aDeclaredBodyThatIsMuchTooBigOrNotYetSentIsNotHeardAtAll() {
        Drip drip = new Drip(Duration.ZERO, 5000);

        assertTooLarge(request(drip, 2001, null));
        assertTooLarge(request(drip, 1001, "100-continue"));
        assertThat(drip.dropped).isZero();
    }

    @Test
    void aDeclaredBodyThatIsTooBigAndDripsIsHeardNoLongerThanAnyOther() {
        assertThatThrownBy(() -> reader.read(request(new Drip(Duration.ofSeconds(1), 2000), 2000, null), 1000))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(ProblemKind.REQUEST_TIMEOUT));
    }

    private void assertTooLarge(HttpServletRequest request) {
        assertThatThrownBy(() -> reader.read(request, 1000))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.kind())
                        .isEqualTo(ProblemKind.CONTENT_TOO_LARGE));
    }

    @Test
    void aTimeoutOfTheContainerAndAnyOtherBreakAreToldApart() {
        assertThat(kindOfFailure(new IOException(new TimeoutException()))).isEqualTo(ProblemKind.REQUEST_TIMEOUT);
        assertThat(kindOfFailure(new IOException("reset"))).isEqualTo(ProblemKind.UNREADABLE_BODY);
    }

    private ProblemKind kindOfFailure(IOException failure) {
        ServletInputStream failing = new Broken(failure);
        try {
            reader.read(request(failing), 1000);
        } catch (ProblemException e) {
            return e.kind();
        }
        throw new AssertionError("the failure was not noticed");
    }

    private static HttpServletRequest request(ServletInputStream body) {
        return request(body, -1, null);
    }

    private static HttpServletRequest request(ServletInputStream body, long length, String expect) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                BodyReaderTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeaders" -> Collections.enumeration(
                            arguments[0].equals("Content-Type") ? List.of("application/json") : List.<String>of());
                    case "getContentLengthLong" -> length;
                    case "getHeader" -> arguments[0].equals("Expect") ? expect : null;
                    case "getInputStream" -> body;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A body of which one byte comes at a time. */
    private final class Drip extends Stream {
        private final Duration pause;
        private final int length;
        private int dropped;

        Drip(Duration pause, int length) {
            this.pause = pause;
            this.length = length;
        }

        @Override
        public int read() {
            if (dropped == length) {
                return -1;
            }
            clock.addAndGet(pause.toNanos());
            dropped++;
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            int octet = read();
            if (octet < 0) {
                return -1;
            }
            buffer[offset] = (byte) octet;
            return 1;
        }
    }

    /** A body without end, of which as much comes as is asked for. */
    private static final class Flood extends Stream {
        private int taken;

        @Override
        public int read() {
            taken++;
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int count) {
            taken += count;
            return count;
        }
    }

    /** A body that fails at once. */
    private static final class Broken extends Stream {
        private final IOException failure;

        Broken(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            throw failure;
        }
    }

    /** A stream that is read while somebody waits. */
    private abstract static class Stream extends ServletInputStream {
        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
