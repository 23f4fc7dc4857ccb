package org.quanlian.store.internal.claims;

import java.lang.reflect.Proxy;
import java.util.Arrays;

/** Stands in for a port of another area: it answers what a test needs of it, and refuses the rest. */
final class Fake {
    private Fake() {}

    /** Answers a call. */
    @FunctionalInterface
    interface Answer {
        Object to(String method, Object[] arguments);
    }

    /** A port whose calls are answered one way. */
    static <T> T of(Class<T> port, Answer answer) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) ->
                        answer.to(method.getName(), arguments == null ? new Object[0] : arguments)));
    }

    static UnsupportedOperationException unexpected(String method, Object... arguments) {
        return new UnsupportedOperationException(method + Arrays.toString(arguments));
    }
}
