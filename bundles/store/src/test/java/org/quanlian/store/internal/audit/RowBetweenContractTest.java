package org.quanlian.store.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.Break.What;

/** What was done to a row between two entries; it stays in the chain for good, so it has a database of its own. */
@EachDatabase
class RowBetweenContractTest {
    private static final ToySignatures SIGNATURES = new ToySignatures();

    private final AuditWorld world;

    RowBetweenContractTest(TestDatabase database) {
        world = new AuditWorld(database);
    }

    @Test
    void shouldNameTheEntry_thatFoundTheRowOtherwiseThanItWasLeft() {
        Account operator = world.accounts.of(Role.OPERATOR);
        Account added = world.adds(operator);
        world.behindTheNodesBack(
                "UPDATE accounts SET name = '张三' WHERE id = ?", added.id().value());

        world.changes(operator, added, added.name(), Account.State.DISABLED);

        assertThat(world.verified(SIGNATURES))
                .contains(new Break(world.last().seq(), What.ROW_BETWEEN, "accounts/" + added.id()));
    }
}
