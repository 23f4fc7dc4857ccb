package org.quanlian.policies.shanxi2025.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.PolicyPack;

class ActivatorTest {
    private final List<Object> registered = new ArrayList<>();

    @Test
    void shouldOfferThePack_underItsName() {
        new Activator().start(context());

        assertThat(registered.get(0)).isEqualTo(PolicyPack.class);
        assertThat(registered.get(1)).isInstanceOf(Shanxi2025.class);
        Dictionary<?, ?> properties = (Dictionary<?, ?>) registered.get(2);
        assertThat(Collections.list(properties.keys()).stream().map(key -> key + "=" + properties.get(key)))
                .containsExactlyInAnyOrder("province=140000", "year=2025", "version=1.0.0");
        assertThat(properties.get("year")).isInstanceOf(Integer.class);
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
