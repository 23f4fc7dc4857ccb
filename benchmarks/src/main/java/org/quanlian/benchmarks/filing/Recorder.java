package org.quanlian.benchmarks.filing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.quanlian.benchmarks.filing.Step.Call;
import org.quanlian.benchmarks.filing.Step.Parameter;
import org.quanlian.benchmarks.filing.Step.Read;

/**
 * Writes down what is asked of the connections of a database; for one transaction at a time.
 *
 * <p>It knows the ways of asking that the store has, and fails at any other, so that nothing is left out.
 */
final class Recorder {
    private static final Map<String, Step.Type> SETTERS = Map.of(
            "setString", Step.Type.STRING,
            "setLong", Step.Type.LONG,
            "setInt", Step.Type.INT,
            "setBoolean", Step.Type.BOOLEAN,
            "setDate", Step.Type.DATE,
            "setBytes", Step.Type.BYTES,
            "setObject", Step.Type.OBJECT);
    private static final Map<String, Call> CALLS = Map.of(
            "executeQuery", Call.EXECUTE_QUERY,
            "executeUpdate", Call.EXECUTE_UPDATE,
            "executeBatch", Call.EXECUTE_BATCH,
            "execute", Call.EXECUTE);
    private static final Set<String> PASSED_ON = Set.of(
            "close",
            "getMetaData",
            "getResultSet",
            "getUpdateCount",
            "next",
            "wasNull",
            "toString",
            "hashCode",
            "equals");

    private final DataSource source;
    private final List<Step> steps = new ArrayList<>();

    Recorder(DataSource source) {
        this.source = source;
    }

    /** The same database, of which every question is written down. */
    DataSource connections() {
        return connections(false);
    }

    /** The same, and all that was done is taken back where it would be committed. */
    DataSource connectionsThatTakeBack() {
        return connections(true);
    }

    private DataSource connections(boolean takeBack) {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw unknown(method);
            }
            return connection(source.getConnection(), takeBack);
        });
    }

    /** What was asked since this was called last. */
    List<Step> taken() {
        List<Step> taken = List.copyOf(steps);
        steps.clear();
        return taken;
    }

    private Connection connection(Connection real, boolean takeBack) {
        return proxy(Connection.class, (method, arguments) -> {
            switch (method.getName()) {
                case "prepareStatement" -> {
                    if (arguments.length != 1) {
                        throw unknown(method);
                    }
                    return new Statement((String) arguments[0], real.prepareStatement((String) arguments[0])).proxy();
                }
                case "setSavepoint" -> steps.add(new Step.SavepointSet());
                case "releaseSavepoint" -> steps.add(new Step.SavepointReleased());
                case "rollback" -> {
                    if (arguments != null) {
                        throw unknown(method);
                    }
                }
                case "commit" -> {
                    if (takeBack) {
                        real.rollback();
                        return null;
                    }
                }
                case "getAutoCommit", "setAutoCommit", "setReadOnly", "close" -> {
                    // Both ways do the same there.
                }
                default -> throw unknown(method);
            }
            return method.invoke(real, arguments);
        });
    }

    /** A statement that is being put together. */
    private final class Statement {
        private final String text;
        private final PreparedStatement real;
        private final Map<Integer, Parameter> row = new TreeMap<>();
        private final List<List<Parameter>> batch = new ArrayList<>();
        private int fetchSize;

        Statement(String text, PreparedStatement real) {
            this.text = text;
            this.real = real;
        }

        PreparedStatement proxy() {
            return Recorder.proxy(PreparedStatement.class, (method, arguments) -> {
                String name = method.getName();
                if (SETTERS.containsKey(name)) {
                    row.put((Integer) arguments[0], new Parameter(SETTERS.get(name), arguments[1]));
                } else if (name.equals("setFetchSize")) {
                    fetchSize = (Integer) arguments[0];
                } else if (name.equals("addBatch")) {
                    batch.add(List.copyOf(row.values()));
                } else if (CALLS.containsKey(name)) {
                    return run(CALLS.get(name), method, arguments);
                } else if (!PASSED_ON.contains(name)) {
                    throw unknown(method);
                }
                return method.invoke(real, arguments);
            });
        }

        private Object run(Call call, Method method, Object[] arguments) throws ReflectiveOperationException {
            Object answer = method.invoke(real, arguments);
            Set<Read> reads = new LinkedHashSet<>();
            int place = steps.size();
            steps.add(asked(call, reads));
            if (answer instanceof ResultSet results) {
                return results(results, reads, () -> steps.set(place, asked(call, reads)));
            }
            return answer;
        }

        private Step asked(Call call, Set<Read> reads) {
            List<List<Parameter>> rows = call == Call.EXECUTE_BATCH ? batch : List.of(List.copyOf(row.values()));
            return new Step.Asked(text, call, fetchSize, rows, List.copyOf(reads));
        }
    }

    private static ResultSet results(ResultSet real, Set<Read> reads, Runnable changed) {
        return proxy(ResultSet.class, (method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("get") && arguments != null) {
                Step.Type type = Step.Type.valueOf(name.substring(3).toUpperCase(Locale.ROOT));
                Read read = arguments[0] instanceof String column
                        ? new Read(type, column, 0)
                        : new Read(type, "", (Integer) arguments[0]);
                if (reads.add(read)) {
                    changed.run();
                }
            } else if (!PASSED_ON.contains(name)) {
                throw unknown(method);
            }
            return method.invoke(real, arguments);
        });
    }

    private interface Calls {
        Object call(Method method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return calls.call(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static IllegalStateException unknown(Method method) {
        return new IllegalStateException("the store asks in a way that is not written down: " + method);
    }
}
