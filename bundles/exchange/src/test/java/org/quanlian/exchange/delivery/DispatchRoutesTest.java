package org.quanlian.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.internal.routes.DispatchRoutes;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.outbound.DispatchRounds;
import org.quanlian.exchange.signature.Profile;

/** What is told goes out by itself while the route runs. */
class DispatchRoutesTest {
    @Test
    void shouldSendWhatIsOwed_whileItRuns() throws Exception {
        try (TestNode shanxi = new TestNode("140000", Profile.INTL);
                TestNode hainan = new TestNode("460000", Profile.INTL)) {
            shanxi.meet(hainan);
            hainan.meet(shanxi);
            CountDownLatch delivered = new CountDownLatch(2);
            Courier courier = (partner, message) -> {
                Answer answer = hainan.receive(shanxi, message);
                delivered.countDown();
                return answer;
            };
            shanxi.tell(hainan, "A", "一");
            CamelContext camel = new DefaultCamelContext();
            try (DispatchRounds rounds = new DispatchRounds(shanxi.store, shanxi.dispatch(courier))) {
                camel.addRoutes(new DispatchRoutes(rounds, Duration.ofMillis(50)));
                camel.start();
                assertThat(camel.getRoute("exchange-dispatch")).isNotNull();
                shanxi.tell(hainan, "A", "二");
                assertThat(delivered.await(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                camel.stop();
            }
            assertThat(hainan.applied("A")).containsExactly("一", "二");
            assertThat(shanxi.unsettled(hainan)).isZero();
        }
    }
}
