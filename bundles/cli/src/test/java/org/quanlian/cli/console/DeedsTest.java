package org.quanlian.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.audit.Who;

/** What is done at the console stands in the trail, as the console's, and nothing else does for it. */
class DeedsTest {
    private final TestDatabase database = TestDatabase.derby();
    private final Store store = database.store(Clock.systemUTC());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldLeaveOneEntry_thatSaysWhatWasDoneToWhat() {
        long before = entries().size();

        Deeds.written(Optional.of(store), "policy-install", "policies/140000/2025/1.0.0");

        List<AuditEntry> entries = entries();
        assertThat(entries).hasSize((int) before + 1);
        AuditEntry entry = entries.get(entries.size() - 1);
        assertThat(entry.deed().who()).isEqualTo(Who.CONSOLE);
        assertThat(entry.deed().source()).isEqualTo("console");
        assertThat(entry.deed().operation()).isEqualTo("policy-install");
        assertThat(entry.deed().subject()).isEqualTo("policies/140000/2025/1.0.0");
        assertThat(entry.outcome().kind()).isEqualTo(Outcome.Kind.DONE);
        assertThat(entry.changes()).isEmpty();
    }

    @Test
    void shouldDoWithoutADatabase() {
        Deeds.written(Optional.empty(), "policy-install", "policies/140000/2025/1.0.0");

        assertThat(entries()).noneMatch(entry -> entry.deed().who().equals(Who.CONSOLE));
    }

    /** The undertaking ends also when it could not be written down: what the thread does next is not the console's. */
    @Test
    void shouldEndWithItsCommand_whateverBecomesOfIt() {
        Store failing = new Failing(store);

        assertThatThrownBy(() -> Deeds.written(Optional.of(failing), "keys-rotate", "keys/access-tokens"))
                .isInstanceOf(StoreUnavailableException.class);
        store.write(session -> {
            session.audit().by(Who.NODE);
            return true;
        });

        AuditEntry last = entries().get(entries().size() - 1);
        assertThat(last.deed().who()).isEqualTo(Who.NODE);
        assertThat(last.deed().operation()).isNotEqualTo("keys-rotate");
    }

    private List<AuditEntry> entries() {
        return store.read(session -> session.audit().entries(0, 1_000));
    }

    private static final class Failing implements Store {
        private final Store inner;

        Failing(Store inner) {
            this.inner = inner;
        }

        @Override
        public <T> T write(Function<? super Session, ? extends T> work) {
            throw new StoreUnavailableException(new IllegalStateException("the disk is full"));
        }

        @Override
        public <T> T read(Function<? super Session, ? extends T> work) {
            return inner.read(work);
        }

        @Override
        public Undertaking.Scope during(Undertaking undertaking) {
            return inner.during(undertaking);
        }
    }
}
