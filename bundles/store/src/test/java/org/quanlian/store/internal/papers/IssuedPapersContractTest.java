package org.quanlian.store.internal.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.papers.IssuedPaper;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperKind;

/** The papers that were given out, on each database. */
@EachDatabase
class IssuedPapersContractTest {
    private static final Instant JULY = Instant.parse("2025-07-01T02:05:00.123456Z");

    private final Store store;

    IssuedPapersContractTest(TestDatabase database) {
        store = database.store(Clock.systemUTC());
    }

    @Test
    void shouldFindAPaper_byItsFileAndByWhatStandsOnIt() {
        IssuedPaper paper = paper('a', 'b', JULY);
        add(paper);

        assertThat(store.<IssuedPaper>read(
                        session -> session.papers().ofFile(digest('a')).orElseThrow()))
                .isEqualTo(paper);
        assertThat(store.<IssuedPaper>read(
                        session -> session.papers().ofContent(digest('b')).orElseThrow()))
                .isEqualTo(paper);
        assertThat(store.<Boolean>read(
                        session -> session.papers().ofFile(digest('b')).isPresent()))
                .isFalse();
    }

    @Test
    void shouldKeepWhenItWasGivenOutFirst_andGoOnInTheSameTransaction() {
        add(paper('c', 'd', JULY));

        store.write(session -> {
            session.papers().add(paper('c', 'd', JULY.plusSeconds(60)));
            session.papers().add(paper('e', 'd', JULY.plusSeconds(90)));
            return true;
        });

        assertThat(store.<Instant>read(session ->
                        session.papers().ofFile(digest('c')).orElseThrow().at()))
                .isEqualTo(JULY);
        assertThat(store.<String>read(session ->
                        session.papers().ofContent(digest('d')).orElseThrow().file()))
                .as("the first file of what stands on both")
                .isEqualTo(digest('c'));
        assertThat(store.<Boolean>read(
                        session -> session.papers().ofFile(digest('e')).isPresent()))
                .isTrue();
    }

    private void add(IssuedPaper paper) {
        store.write(session -> {
            session.papers().add(paper);
            return true;
        });
    }

    private static IssuedPaper paper(char file, char content, Instant at) {
        return new IssuedPaper(
                digest(file), digest(content), PaperKind.NOTICE_LIST, PaperFormat.XLSX, "示例财教〔2025〕1号", at);
    }

    private static String digest(char digit) {
        return String.valueOf(digit).repeat(64);
    }
}
