package org.quanlian.store.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quanlian.store.internal.audit.ChangingStatement.Inserting;
import org.quanlian.store.internal.audit.ChangingStatement.Touching;
import org.quanlian.store.internal.audit.ChangingStatement.Unseen;
import org.quanlian.store.internal.migration.Migration;
import org.quanlian.store.internal.migration.Migrations;

/** What the trail looks at. */
class AuditedTablesTest {
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (\\w+)");

    @Test
    void shouldSayOfEachTable_whetherItsChangesAreWrittenDown() {
        Set<String> said = new TreeSet<>(AuditedTables.others().keySet());
        AuditedTables.all().forEach(table -> said.add(table.name()));

        assertThat(tables())
                .as("each table stands in AuditedTables: with its key, or with the reason why it is left out")
                .isEqualTo(said);
        assertThat(AuditedTables.all())
                .noneMatch(table -> AuditedTables.others().containsKey(table.name()));
    }

    @Test
    void shouldReadWhatIsInserted() {
        Inserting inserting =
                (Inserting) ChangingStatement.of("INSERT INTO claim_orders (place, claim, order_id) VALUES (?, ?, ?)");

        assertThat(inserting.key()).isEqualTo(List.of(1, 0));
    }

    @Test
    void shouldReadWhatIsUpdatedOrDeleted() {
        Touching update =
                (Touching) ChangingStatement.of("UPDATE accounts SET name = ?, email = ? WHERE id = ? AND a = 1");
        Touching delete = (Touching) ChangingStatement.of("DELETE FROM claim_orders WHERE claim = ?");

        assertThat(update.condition()).isEqualTo("id = ? AND a = 1");
        assertThat(update.before()).isEqualTo(2);
        assertThat(delete.condition()).isEqualTo("claim = ?");
        assertThat(ChangingStatement.of("DELETE FROM login_attempts WHERE since < ?"))
                .isInstanceOf(Unseen.class);
    }

    @Test
    void shouldRefuseAStatement_ofWhichItCanNotTellWhatItChanges() {
        List.of(
                        "INSERT INTO claim_orders SELECT * FROM claim_orders",
                        "INSERT INTO claim_orders (claim, place, order_id) VALUES ('X', ?, ?)",
                        "UPDATE voucher_claims SET state = 'PAID'",
                        "MERGE INTO voucher_claims USING x ON 1 = 1")
                .forEach(text -> assertThatIllegalStateException()
                        .isThrownBy(() -> ChangingStatement.of(text))
                        .withMessageContaining("audit trail"));
    }

    private static Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        for (Migration migration : Migrations.ofTheNode()) {
            Matcher matcher = TABLE.matcher(migration.script());
            while (matcher.find()) {
                tables.add(matcher.group(1));
            }
        }
        return tables;
    }
}
