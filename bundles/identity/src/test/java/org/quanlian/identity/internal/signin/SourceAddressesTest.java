package org.quanlian.identity.internal.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanlian.vouchers.accounts.Source;

class SourceAddressesTest {
    private final SourceAddresses addresses = new SourceAddresses(List.of("127.0.0.1", "10.0.0.1", "::1"));

    @Test
    void shouldTakeThePeer_whenItIsNoProxyOfOurs() {
        assertThat(addresses.of(new Source("203.0.113.9", "198.51.100.1"))).isEqualTo("203.0.113.9");
    }

    @Test
    void shouldTakeWhoCameToTheProxy_whenThePeerIsOne() {
        assertThat(addresses.of(new Source("127.0.0.1", "203.0.113.9"))).isEqualTo("203.0.113.9");
        assertThat(addresses.of(new Source("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.0.0.1")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void shouldTakeTheProxy_whenItSaysNothingThatIsAnAddress() {
        assertThat(addresses.of(new Source("127.0.0.1", ""))).isEqualTo("127.0.0.1");
        assertThat(addresses.of(new Source("127.0.0.1", "node.example"))).isEqualTo("127.0.0.1");
    }

    @Test
    void shouldCountTheNetwork_whenTheAddressIsOfVersionSix() {
        assertThat(addresses.of(new Source("2001:db8:0:1:2:3:4:5", "")))
                .isEqualTo(addresses.of(new Source("[2001:db8:0:1:ffff::1%eth0]", "")))
                .isEqualTo("2001:db8:0:1:0:0:0:0/64");
    }

    @Test
    void shouldRefuse_whenAProxyIsNamedThatIsNoAddress() {
        assertThatThrownBy(() -> new SourceAddresses(List.of("proxy.example"))).hasMessageContaining("proxy.example");
    }
}
