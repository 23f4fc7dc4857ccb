package org.quanlian.store.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are nobody's fault but the disk's or the server's, and which are ours. */
class SqlFailuresTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "53100", "58030", "40XD0", "40XT1", "40XT5", "XSLA1", "XSLA4", "XSDG1", "XSDF1", "XBCA0", "XJ001",
                "XJ040", "57P01", "08006"
            })
    void shouldBeUnavailable_whenTheDiskOrTheServerFails(String state) {
        assertThat(SqlFailures.of("UPDATE x", new SQLException("as told", state)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(state);
    }

    @Test
    void shouldBeUnavailable_whenDerbyEndsTheSession() {
        assertThat(SqlFailures.of("COMMIT", new SQLNonTransientConnectionException("as told", "40XT0")))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void shouldTellWhatDerbyThrowsWhenItEnds_fromOurOwnFailures() {
        IllegalStateException ours = new IllegalStateException("ours");
        IllegalStateException derbys = new IllegalStateException("shut down");
        derbys.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.apache.derby.iapi.services.context.ContextManager", "x", "x.java", 1)
        });

        assertThat(SqlFailures.isOfTheEngine(ours)).isFalse();
        assertThat(SqlFailures.isOfTheEngine(derbys)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "40XL1", "40XC0"})
    void shouldBeContention_whenOthersHoldTheRows(String state) {
        assertThat(SqlFailures.of("UPDATE x", new SQLException("as told", state)))
                .isInstanceOf(ContentionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "22001", "XCL16"})
    void shouldBeOurs_whenAStatementIsWrong(String state) {
        assertThat(SqlFailures.of("UPDATE x", new SQLException("as told", state)))
                .isNotInstanceOf(UnavailableException.class);
    }
}
