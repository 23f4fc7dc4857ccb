package org.quanlian.store.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Money;
import org.quanlian.store.internal.jdbc.ConstraintViolationException.Kind;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;

/** What goes into a database and comes out of it, and what it refuses, on each database. */
@EachDatabase(migrated = false)
class SqlContractTest {
    private final TestDatabase database;
    private final Transactions transactions;

    SqlContractTest(TestDatabase database) {
        this.database = database;
        this.transactions = database.transactions();
    }

    enum Colour {
        RED,
        BLUE_2
    }

    @EachDatabase.Setup
    static void setUp(TestDatabase database) {
        database.transactions().run(SqlContractTest::createTables);
    }

    private static void createTables(Sql sql) {
        Map<String, String> types = sql.dialect().placeholders();
        sql.update("CREATE TABLE thing (id BIGINT GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_thing PRIMARY KEY,"
                + " name VARCHAR(40) CONSTRAINT uq_thing_name UNIQUE,"
                + " code VARCHAR(40) " + types.get("ordinal") + ","
                + " price " + types.get("money") + " CONSTRAINT ck_thing_price CHECK (price >= 0),"
                + " happened " + types.get("instant") + ", day DATE, flag BOOLEAN, small INTEGER, colour VARCHAR(10),"
                + " note " + types.get("text") + ", data " + types.get("bytes") + ","
                + " needed VARCHAR(10) DEFAULT 'x' NOT NULL,"
                + " parent BIGINT CONSTRAINT fk_thing_parent REFERENCES thing)");
        sql.update(
                "CREATE TABLE keyed (id VARCHAR(5) NOT NULL CONSTRAINT pk_keyed PRIMARY KEY, code VARCHAR(5) NOT NULL)");
        sql.update("CREATE UNIQUE INDEX ux_keyed_code ON keyed (code)");
    }

    @Test
    void shouldReadBack_whatWasWritten() {
        String longText = "券联，".repeat(50_000) + "𠮷 '\"; -- end";
        byte[] bytes = new byte[300_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Instant at = Instant.parse("2025-02-20T01:02:03.123456Z");
        long id = transactions.write(sql -> sql.insertInto("thing")
                .set("name", "全部")
                .set("price", new Money(123_456_789_012_345L))
                .set("happened", at.plusNanos(789))
                .set("day", LocalDate.of(2024, 2, 29))
                .set("flag", true)
                .set("small", -7)
                .set("colour", Colour.BLUE_2)
                .set("note", Optional.of(longText))
                .set("data", bytes)
                .runReturning("id"));

        transactions.run(
                sql -> sql.query("SELECT * FROM thing WHERE id = ?", id).one(row -> {
                    assertThat(row.number("id")).isEqualTo(id);
                    assertThat(row.string("name")).isEqualTo("全部");
                    assertThat(row.money("price")).isEqualTo(new Money(123_456_789_012_345L));
                    assertThat(row.instant("happened")).isEqualTo(at);
                    assertThat(row.date("day")).isEqualTo("2024-02-29");
                    assertThat(row.bool("flag")).isTrue();
                    assertThat(row.integer("small")).isEqualTo(-7);
                    assertThat(row.constant("colour", Colour.class)).isEqualTo(Colour.BLUE_2);
                    assertThat(row.string("note")).isEqualTo(longText);
                    assertThat(row.bytes("data")).isEqualTo(bytes);
                    assertThat(row.string("needed")).isEqualTo("x");
                    return id;
                }));
    }

    @Test
    void shouldReadBackNothing_whatWasNotThere() {
        long id = transactions.write(sql -> sql.insertInto("thing")
                .set("name", Optional.empty())
                .set("price", Optional.empty())
                .set("happened", Optional.empty())
                .set("day", Optional.empty())
                .set("flag", Optional.empty())
                .set("small", Optional.empty())
                .set("colour", Optional.empty())
                .set("note", Optional.empty())
                .set("data", Optional.empty())
                .runReturning("id"));

        transactions.run(
                sql -> sql.query("SELECT * FROM thing WHERE id = ?", id).one(row -> {
                    assertThat(row.optionalString("name")).isEmpty();
                    assertThat(row.optionalMoney("price")).isEmpty();
                    assertThat(row.optionalInstant("happened")).isEmpty();
                    assertThat(row.optionalDate("day")).isEmpty();
                    assertThat(row.optionalBool("flag")).isEmpty();
                    assertThat(row.optionalNumber("small")).isEmpty();
                    assertThat(row.optionalConstant("colour", Colour.class)).isEmpty();
                    assertThat(row.optionalString("note")).isEmpty();
                    assertThat(row.optionalBytes("data")).isEmpty();
                    return id;
                }));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> transactions.read(sql ->
                        sql.query("SELECT price FROM thing WHERE id = ?", id).one(row -> row.money("price"))))
                .withMessageContaining("column price is NULL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
    void shouldReadBackInstants_beforeAndAfter1970(String text) {
        Instant instant = Instant.parse(text);

        assertThat(Parameters.instant(Parameters.micros(instant))).isEqualTo(instant);
        assertThat(Parameters.instant(Parameters.micros(instant.plusNanos(999))))
                .isEqualTo(instant);
    }

    @Test
    void shouldTellTheConstraint_whenItRefuses() {
        long id = transactions.write(sql -> sql.insertInto("thing")
                .set("name", "there")
                .set("code", "there")
                .runReturning("id"));

        refuses(Kind.UNIQUE, "uq_thing_name", sql -> sql.insertInto("thing")
                .set("name", "there")
                .run());
        refuses(Kind.CHECK, "ck_thing_price", sql -> sql.insertInto("thing")
                .set("price", new Money(-1))
                .run());
        refuses(Kind.FOREIGN_KEY, "fk_thing_parent", sql -> sql.insertInto("thing")
                .set("parent", id + 1_000)
                .run());
        refuses(Kind.NOT_NULL, "needed", sql -> sql.insertInto("thing")
                .set("needed", Optional.empty())
                .run());
        refuses(
                Kind.UNIQUE,
                "uq_thing_name",
                sql -> sql.batch(
                        "INSERT INTO thing (name) VALUES (?)", List.of(new Object[] {"new"}, new Object[] {"there"})));
        transactions.run(sql -> sql.insertInto("thing").set("parent", id).run());
        refuses(Kind.FOREIGN_KEY, "fk_thing_parent", sql -> sql.update("DELETE FROM thing WHERE id = ?", id));
        transactions.run(sql -> key(sql, "a", "b"));
        refuses(Kind.UNIQUE, "pk_keyed", sql -> key(sql, "a", "c"));
        refuses(Kind.UNIQUE, "ux_keyed_code", sql -> key(sql, "d", "b"));
    }

    private static void key(Sql sql, String id, String code) {
        sql.insertInto("keyed").set("id", id).set("code", code).run();
    }

    @Test
    void shouldNotTellValues_whenAConstraintRefuses() {
        transactions.run(
                sql -> sql.insertInto("thing").set("name", "secret-value").run());

        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> transactions.run(sql ->
                        sql.insertInto("thing").set("name", "secret-value").run()))
                .satisfies(e -> assertThat(e.getMessage() + e.getCause()).doesNotContain("secret-value"));
    }

    @Test
    void shouldInsertAll_inABatch() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(new Object[] {"batch" + i, i});
        }
        transactions.run(sql -> sql.batch("INSERT INTO thing (name, small) VALUES (?, ?)", rows));

        assertThat(transactions.<Long>read(sql -> sql.query("SELECT COUNT(*) AS n FROM thing WHERE name LIKE 'batch%'")
                        .one(row -> row.number("n"))))
                .isEqualTo(2_500);
    }

    @Test
    void shouldPageByCodePoint_whateverTheDatabaseSortsBy() {
        List<String> codes = List.of("A-1", "B-1", "Z", "a-1", "a_2", "一", "乙");
        transactions.run(
                sql -> List.of("乙", "a_2", "Z", "A-1", "一", "a-1", "B-1").forEach(code -> sql.insertInto("thing")
                        .set("code", code)
                        .set("colour", "page")
                        .run()));

        List<String> first = page("");
        List<String> second = page(first.get(first.size() - 1));

        assertThat(first).containsExactlyElementsOf(codes.subList(0, 4));
        assertThat(second).containsExactlyElementsOf(codes.subList(4, 7));
    }

    @Test
    void shouldRefuseWhatOneDatabaseCanNotHold_onBoth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.run(
                        sql -> sql.insertInto("thing").set("name", "a\0b").run()))
                .withMessageContaining("U+0000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.run(
                        sql -> sql.insertInto("thing").set("name", "a\uD842").run()))
                .withMessageContaining("U+D842");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.run(sql -> sql.update("DELETE FROM thing WHERE id = ?", 1.5)))
                .withMessageContaining("java.lang.Double");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> transactions.run(sql -> sql.insertInto("thing").set("name", null)))
                .withMessageContaining("Optional.empty()");
    }

    /** Else PostgreSQL plans for a tenth of all rows, and the time of a page grows with the list. */
    @Test
    void shouldWriteIntoTheText_howManyRowsAreWanted() {
        List<String> prepared = new ArrayList<>();
        DataSource listening = preparing(prepared::add);

        List<Integer> two = new Transactions(listening, database.dialect()).read(sql -> sql.query(
                        "SELECT n FROM (VALUES (1), (2), (3)) AS t (n) WHERE n > ? ORDER BY n"
                                + " FETCH FIRST ? ROWS ONLY",
                        0,
                        2)
                .list(row -> row.integer("n")));

        assertThat(two).containsExactly(1, 2);
        assertThat(prepared).singleElement().asString().endsWith("WHERE n > ? ORDER BY n FETCH FIRST 2 ROWS ONLY");
    }

    @Test
    void shouldRefuseAList_withoutLimit() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i <= Query.MAX_LIST; i++) {
            rows.add(new Object[] {"many", i});
        }
        transactions.run(sql -> sql.batch("INSERT INTO thing (colour, small) VALUES (?, ?)", rows));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> transactions.read(sql ->
                        sql.query("SELECT id FROM thing WHERE colour = 'many'").list(row -> row.number("id"))))
                .withMessageContaining("a limit is missing");
        assertThat(transactions.<Integer>read(sql -> {
                    List<Integer> seen = new ArrayList<>();
                    sql.query("SELECT small FROM thing WHERE colour = 'many'")
                            .each(row -> seen.add(row.integer("small")));
                    return seen.size();
                }))
                .isEqualTo(rows.size());
    }

    @Test
    void shouldTellHowManyRows_whenItWasNotOne() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> transactions.run(sql -> sql.updateOne("DELETE FROM thing WHERE id = ?", -1L)))
                .withMessageContaining("0 rows where one was meant");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> transactions.read(sql ->
                        sql.query("SELECT id FROM thing WHERE id = ?", -1L).one(row -> row.number("id"))))
                .withMessageContaining("no row");
        assertThat(transactions.<Optional<Long>>read(sql ->
                        sql.query("SELECT id FROM thing WHERE id = ?", -1L).optional(row -> row.number("id"))))
                .isEmpty();
    }

    private List<String> page(String after) {
        return transactions.read(sql -> sql.query(
                        "SELECT code FROM thing WHERE colour = 'page' AND code > ? ORDER BY code"
                                + " FETCH FIRST ? ROWS ONLY",
                        after,
                        4)
                .list(row -> row.string("code")));
    }

    /** The database, of which is told what is prepared. */
    private DataSource preparing(Consumer<String> prepared) {
        ClassLoader loader = getClass().getClassLoader();
        return (DataSource) Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (source, got, none) -> {
            Connection real = database.dataSource().getConnection();
            return Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("prepareStatement")) {
                    prepared.accept((String) arguments[0]);
                }
                return method.invoke(real, arguments);
            });
        });
    }

    private void refuses(Kind kind, String constraint, Consumer<Sql> work) {
        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> transactions.run(work))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.constraint()).isEqualTo(constraint);
                    assertThat(e.is(constraint.toUpperCase(java.util.Locale.ROOT)))
                            .isTrue();
                });
    }
}
