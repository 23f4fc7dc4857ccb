package org.quanlian.store.internal.notifications;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.registry.Organisation;

/** A database of which is counted how often it is asked something: how many statements are prepared. */
final class CountedStatements {
    private final TestDatabase database;
    private final AtomicInteger prepared = new AtomicInteger();

    CountedStatements(TestDatabase database) {
        this.database = database;
    }

    void run(Consumer<Sql> work) {
        DataSource counting = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(database.dataSource(), arguments);
                    return answer instanceof Connection connection ? counting(connection) : answer;
                });
        new Transactions(counting, database.dialect()).run(work);
    }

    int count() {
        return prepared.get();
    }

    Ids ids() {
        return new Ids(Clock.systemUTC(), new SecureRandom());
    }

    long rows(String table, Id<Organisation> organisation) {
        String key = table.equals("mail_outbox") ? "notification" : "id";
        return database.transactions().read(sql -> sql.query(
                        "SELECT COUNT(*) AS n FROM " + table + " WHERE " + key
                                + " IN (SELECT n.id FROM notifications n JOIN accounts a ON a.id = n.account"
                                + " WHERE a.organisation = ?)",
                        organisation.value())
                .one(row -> row.number("n")));
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        prepared.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
