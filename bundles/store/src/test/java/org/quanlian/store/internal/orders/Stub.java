package org.quanlian.store.internal.orders;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Stands in for a port of another area: answers what a test says, and fails at all else. */
public final class Stub {
    private Stub() {}

    /** A port that answers by the names of its methods. */
    public static <T> T of(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(port.getSimpleName() + "." + method.getName());
                    }
                    return answer.apply(arguments == null ? new Object[0] : arguments);
                }));
    }
}
