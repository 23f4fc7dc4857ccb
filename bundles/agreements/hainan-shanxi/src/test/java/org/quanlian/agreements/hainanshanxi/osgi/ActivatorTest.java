package org.quanlian.agreements.hainanshanxi.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.policy.api.Agreement;

class ActivatorTest {
    private final List<Object> registered = new ArrayList<>();

    @Test
    void shouldOfferTheAgreement_underItsName() {
        new Activator().start(context());

        assertThat(registered.get(0)).isEqualTo(Agreement.class);
        assertThat(registered.get(1)).isInstanceOf(HainanShanxi.class);
        Dictionary<?, ?> properties = (Dictionary<?, ?>) registered.get(2);
        assertThat(Collections.list(properties.keys()).stream().map(key -> key + "=" + properties.get(key)))
                .containsExactlyInAnyOrder("agreement=hainan-shanxi", "host=140000", "version=1.0.0");
    }

    /** A framework of which only the registration of services is there. */
    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("registerService");
                    registered.addAll(List.of(arguments));
                    return null;
                });
    }
}
