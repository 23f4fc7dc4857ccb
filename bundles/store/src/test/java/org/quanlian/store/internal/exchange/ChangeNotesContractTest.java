package org.quanlian.store.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.exchange.ChangeNotes.Kind;
import org.quanlian.vouchers.exchange.ChangeNotes.Note;

/** Notes of what partners may have to be told, on each database. */
@EachDatabase
class ChangeNotesContractTest {
    private final Ids ids = new Ids(new TickingClock(), new SecureRandom());
    private final MoneyYear year;

    ChangeNotesContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldTakeEachNoteOnce_whenSeveralTakeAtOnce() throws Exception {
        List<Id<?>> subjects = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Id<?> subject = ids.next();
            subjects.add(subject);
            note(subject);
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Note>> taker = () -> {
                List<Note> all = new ArrayList<>();
                while (waiting() > 0) {
                    all.addAll(take(7));
                }
                return all;
            };
            List<Note> taken = new ArrayList<>();
            for (Future<List<Note>> each : pool.invokeAll(Collections.nCopies(4, taker))) {
                taken.addAll(each.get());
            }
            assertThat(taken)
                    .extracting(Note::subject)
                    .map(Id::value)
                    .containsExactlyInAnyOrderElementsOf(
                            subjects.stream().map(Id::value).toList());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldKeepANote_whenTheWorkThatTookItFails() {
        Id<?> subject = ids.next();
        note(subject);

        assertThatThrownBy(() -> year.write(session -> {
                    assertThat(session.exchange().notes().take(10)).hasSize(1);
                    throw new IllegalStateException("the work fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(take(10)).containsExactly(new Note(Kind.PROVIDER, subject));
        assertThat(waiting()).isZero();
    }

    private void note(Id<?> subject) {
        year.write(session -> {
            session.exchange().notes().note(Kind.PROVIDER, subject);
            return true;
        });
    }

    private List<Note> take(int limit) {
        return year.write(session -> session.exchange().notes().take(limit));
    }

    private long waiting() {
        return year.read(session -> session.exchange().notes().waiting());
    }
}
