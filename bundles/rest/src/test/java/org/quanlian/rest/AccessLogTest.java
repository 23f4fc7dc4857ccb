package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;
import static org.quanlian.rest.Soon.assertThatSoon;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

@ExtendWith(SharedNode.class)
class AccessLogTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final RunningNode node;
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.quanlian.access");
    private final Lines lines = new Lines();

    AccessLogTest(RunningNode node) {
        this.node = node;
    }

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void aRequestLeavesOneLineWithItsRouteAndNothingOfWhatItSaid() {
        node.post(
                ASSESSMENTS + "?version=1.0.0",
                claim().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "traceparent",
                TRACEPARENT);

        assertThatSoon(() -> assertThat(lines.caught).hasSize(1));
        assertThat(lines.caught.get(0).getLevel()).isEqualTo(Level.INFO);
        assertThat(lines.caught.get(0).getFormattedMessage())
                .matches("method=POST route=/api/v1/policies/\\{province}/\\{year}/assessments status=200"
                        + " millis=\\d+ bytes=\\d{4,} traceId=" + TRACE);
    }

    @Test
    void aPathThatIsNotThereIsNotRepeatedInTheLog() {
        node.get("/nowhere/with-a-name", "traceparent", TRACEPARENT);

        assertThatSoon(() -> assertThat(lines.caught).hasSize(1));
        assertThat(lines.caught.get(0).getFormattedMessage())
                .matches("method=GET route=unmatched status=404 millis=\\d+ bytes=\\d+ traceId=" + TRACE);
    }

    @Test
    void theLoggingContextOfTheLineHoldsTheTrace() {
        node.get("/health/live", "traceparent", TRACEPARENT);

        assertThatSoon(() -> assertThat(lines.caught).hasSize(1));
        assertThat(lines.caught.get(0).getMDCPropertyMap()).containsEntry("traceId", TRACE);
    }

    /** Catches the lines of the trace that these tests send; others may come late from tests before. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> caught = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent line) {
            if (line.getFormattedMessage().contains(TRACE)) {
                line.prepareForDeferredProcessing();
                caught.add(line);
            }
        }
    }
}
