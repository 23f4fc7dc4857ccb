package org.quanlian.store.internal.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.ContentionException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.jdbc.UnavailableException;
import org.quanlian.store.internal.migration.SchemaRefusedException.Reason;

/**
 * Brings a database to the schema that this version of the node needs. Each step is one transaction, DDL included, under a
 * lock of the history, so that nodes that start at once apply each step once, and a step that fails leaves nothing.
 */
public final class Migrator {
    private final Transactions transactions;
    private final List<Migration> migrations;
    private final Clock clock;

    /**
     * @param transactions the database
     * @param migrations all steps that this version knows, in their order
     * @param clock notes when a step was applied
     */
    public Migrator(Transactions transactions, List<Migration> migrations, Clock clock) {
        this.transactions = transactions;
        this.migrations = Migrations.inOrder(migrations);
        this.clock = clock;
    }

    /**
     * Applies what is missing.
     *
     * @return the names of the files that were applied just now, in their order
     * @throws SchemaRefusedException when the schema is not one that can be brought forward
     * @throws MigrationFailedException when a step can't be applied
     * @throws ContentionException when another node was at it for very long
     * @throws UnavailableException when the database can't be reached
     */
    public List<String> migrate() {
        SchemaHistory.create(transactions);
        List<String> applied = new ArrayList<>();
        Optional<String> next = step();
        while (next.isPresent()) {
            applied.add(next.get());
            next = step();
        }
        return List.copyOf(applied);
    }

    private Optional<String> step() {
        return transactions.write(sql -> {
            SchemaHistory.lock(sql);
            Optional<Migration> pending = pending(SchemaHistory.entries(sql));
            pending.ifPresent(migration -> apply(sql, migration));
            return pending.map(Migration::fileName);
        });
    }

    private Optional<Migration> pending(List<SchemaHistory.Entry> history) {
        int newest =
                migrations.isEmpty() ? 0 : migrations.get(migrations.size() - 1).version();
        Map<Integer, Migration> open = new HashMap<>();
        migrations.forEach(migration -> open.put(migration.version(), migration));
        int reached = 0;
        for (SchemaHistory.Entry entry : history) {
            Migration known = open.remove(entry.version());
            if (known == null) {
                throw entry.version() > newest ? future(history, newest) : unknown(entry, newest);
            }
            if (!known.checksum().equals(entry.checksum())) {
                throw changed(entry, known);
            }
            reached = entry.version();
        }
        Optional<Migration> next = open.values().stream().sorted().findFirst();
        if (next.isPresent() && next.get().version() < reached) {
            throw skipped(next.get(), reached);
        }
        return next;
    }

    private void apply(Sql sql, Migration migration) {
        Instant begin = clock.instant();
        String script =
                SqlScript.fill(migration.script(), transactions.dialect().placeholders());
        for (SqlScript.Statement statement : SqlScript.statements(script)) {
            try {
                sql.update(statement.text());
            } catch (ContentionException | UnavailableException e) {
                throw e;
            } catch (StoreException e) {
                throw new MigrationFailedException(migration, statement.line(), e);
            }
        }
        Instant end = clock.instant();
        SchemaHistory.add(sql, migration, end, Duration.between(begin, end).toMillis());
    }

    private static SchemaRefusedException future(List<SchemaHistory.Entry> history, int newest) {
        SchemaHistory.Entry last = history.get(history.size() - 1);
        return new SchemaRefusedException(
                Reason.FROM_THE_FUTURE,
                "the database has schema " + last.label() + ", and this node knows schemas up to "
                        + Migration.label(newest)
                        + ": a newer node has been here. Start that version or a newer one, or"
                        + " restore the backup that was made before the upgrade. Nothing was changed.");
    }

    private static SchemaRefusedException unknown(SchemaHistory.Entry entry, int newest) {
        return new SchemaRefusedException(
                Reason.MISSING,
                "the database has " + entry.label() + ", which this node does not know, though it knows schemas up to "
                        + Migration.label(newest) + ": another build has been here. Start the build that made this"
                        + " database, or restore a backup that was made by this one. Nothing was changed.");
    }

    private static SchemaRefusedException changed(SchemaHistory.Entry entry, Migration known) {
        return new SchemaRefusedException(
                Reason.CHANGED,
                known.fileName() + " was applied with other content: its checksum is " + known.checksum()
                        + " here and " + entry.checksum() + " in the database. A migration never changes once it was"
                        + " applied: restore the file and put the change into a new one. Nothing was changed.");
    }

    private static SchemaRefusedException skipped(Migration migration, int reached) {
        return new SchemaRefusedException(
                Reason.MISSING,
                "the database lacks " + migration.fileName() + ", though it has come to " + Migration.label(reached)
                        + ": the file was added behind others. Give it a number above " + Migration.label(reached)
                        + "; a database of a development build is made anew. Nothing was changed.");
    }
}
