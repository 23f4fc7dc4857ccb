package org.quanlian.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.routing.RouteContribution;

@Timeout(30)
class RouteHostTest {
    private static final Map<String, Object> SHANXI = Map.of("province", "140000", "year", 2025, "version", "1.0.0");
    private static final Map<String, Object> SHANXI_NEXT =
            Map.of("province", "140000", "year", 2025, "version", "1.1.0");
    private static final Map<String, Object> HAINAN_SHANXI = Map.of("agreement", "hainan-shanxi", "version", "1.0.0");

    private final RouteHost host = new RouteHost(Duration.ofSeconds(10));
    private final ExecutorService background = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        background.shutdownNow();
        host.close();
    }

    @Nested
    class WhenAContributorComes {
        @Test
        void shouldServeItsRoutes() {
            host.add(1, SHANXI, answering("direct:ask", "yes"));

            assertThat(ask("direct:ask")).isEqualTo("yes");
        }

        @Test
        void shouldCarryTheKeyInRouteIds() {
            host.add(1, SHANXI, answering("direct:shanxi", "yes"));
            host.add(2, HAINAN_SHANXI, answering("direct:hainan", "yes"));

            assertThat(routeIds()).containsExactlyInAnyOrder("140000-2025-1.0.0/answer", "hainan-shanxi-1.0.0/answer");
        }

        @Test
        void shouldCallRoutesByTheirPlace_whenTheyHaveNoId() {
            host.add(1, HAINAN_SHANXI, routes(builder -> {
                builder.from("direct:first").to("log:first");
                builder.from("direct:second").to("log:second");
            }));

            assertThat(routeIds()).containsExactly("hainan-shanxi-1.0.0/route-1", "hainan-shanxi-1.0.0/route-2");
        }

        @Test
        void shouldRunTwoVersionsSideBySide() {
            host.add(1, SHANXI, answering("direct:ask-1.0.0", "old"));
            host.add(2, SHANXI_NEXT, answering("direct:ask-1.1.0", "new"));

            assertThat(ask("direct:ask-1.0.0")).isEqualTo("old");
            assertThat(ask("direct:ask-1.1.0")).isEqualTo("new");
        }

        @Test
        void shouldReportWhatRuns() {
            host.add(1, SHANXI, answering("direct:ask", "yes"));

            assertThat(host.contributions()).singleElement().satisfies(contribution -> {
                assertThat(contribution.key()).isEqualTo("140000-2025-1.0.0");
                assertThat(contribution.serviceId()).isEqualTo(1);
                assertThat(contribution.routeIds()).containsExactly("140000-2025-1.0.0/answer");
                assertThat(contribution.refusal()).isEmpty();
            });
        }

        @Test
        void shouldConvertBodies_withTheConvertersOfCamel() {
            host.add(1, SHANXI, routes(builder -> builder.from("direct:ask")
                    .convertBodyTo(byte[].class)
                    .setBody(builder.simple("${body.length}"))));

            assertThat(ask("direct:ask")).isEqualTo("" + "问".getBytes(StandardCharsets.UTF_8).length);
        }

        @Test
        void shouldFindComponentsAndLanguages_whateverLoaderTheThreadHas() throws Exception {
            Thread withoutLoader = new Thread(() -> host.add(
                    1, SHANXI, routes(builder -> builder.from("direct:ask").setBody(builder.simple("${body}!")))));
            withoutLoader.setContextClassLoader(null);
            withoutLoader.start();
            withoutLoader.join();

            assertThat(ask("direct:ask")).isEqualTo("问!");
            assertThat(host.context().getApplicationContextClassLoader()).isSameAs(CamelContext.class.getClassLoader());
        }
    }

    @Nested
    class WhenAContributorLeaves {
        @Test
        void shouldRemoveItsRoutes_andNoOneElses() {
            host.add(1, SHANXI, answering("direct:shanxi", "yes"));
            host.add(2, HAINAN_SHANXI, answering("direct:hainan", "still here"));

            host.remove(1);

            assertThat(routeIds()).containsExactly("hainan-shanxi-1.0.0/answer");
            assertThat(ask("direct:hainan")).isEqualTo("still here");
            assertThat(host.contributions()).extracting(RouteContribution::key).containsExactly("hainan-shanxi-1.0.0");
        }

        @Test
        void shouldKeepNothingOfIt_neitherDefinitionsNorEndpoints() {
            int endpoints = host.context().getEndpoints().size();
            host.add(1, SHANXI, answering("direct:ask", "yes"));

            host.remove(1);

            assertThat(host.context().getEndpoints()).hasSize(endpoints);
            assertThat(definitionIds()).isEmpty();
        }

        @Test
        void shouldLetTheExchangeInFlightFinish() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            host.add(1, SHANXI, routes(builder -> builder.from("direct:slow").process(exchange -> {
                entered.countDown();
                release.await();
                exchange.getMessage().setBody("finished");
            })));
            Future<String> answer = background.submit(() -> ask("direct:slow"));
            entered.await();

            Thread removal = new Thread(() -> host.remove(1));
            removal.start();
            awaitWaiting(removal);
            assertThat(routeIds()).containsExactly("140000-2025-1.0.0/route-1");
            release.countDown();
            removal.join();

            assertThat(answer.get()).isEqualTo("finished");
            assertThat(routeIds()).isEmpty();
        }

        @Test
        void shouldNotWaitLongerThanTheBound_whenAnExchangeDoesNotFinish() throws Exception {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            try (RouteHost impatient = new RouteHost(Duration.ofMillis(200))) {
                impatient.add(
                        1, SHANXI, routes(builder -> builder.from("seda:stuck").process(exchange -> {
                            entered.countDown();
                            never.await();
                        })));
                impatient.context().createProducerTemplate().sendBody("seda:stuck", "问");
                entered.await();

                long start = System.nanoTime();
                impatient.remove(1);
                Duration took = Duration.ofNanos(System.nanoTime() - start);

                assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(200)).isLessThan(Duration.ofSeconds(10));
                assertThat(impatient.context().getRoutes()).isEmpty();
            } finally {
                never.countDown();
            }
        }

        @Test
        void shouldTakeTheSameContributorInAgain() {
            RoutesBuilder builder = answering("direct:ask", "yes");
            host.add(1, SHANXI, builder);
            host.remove(1);

            host.add(2, SHANXI, answering("direct:ask", "again"));

            assertThat(ask("direct:ask")).isEqualTo("again");
        }

        @Test
        void shouldIgnoreOneThatIsUnknown() {
            assertThatCode(() -> host.remove(99)).doesNotThrowAnyException();
        }
    }

    @Nested
    class WhenRoutesAreWrong {
        @Test
        void shouldTakeInNoneOfThem_andLeaveTheOthersRunning() {
            host.add(1, HAINAN_SHANXI, answering("direct:hainan", "still here"));

            host.add(2, SHANXI, routes(builder -> {
                builder.from("direct:good").routeId("good").to("log:good");
                builder.from("direct:bad").routeId("bad").to("nowhere:at-all");
                builder.from("direct:after").routeId("after").to("log:after");
            }));

            assertThat(routeIds()).containsExactly("hainan-shanxi-1.0.0/answer");
            assertThat(definitionIds()).containsExactly("hainan-shanxi-1.0.0/answer");
            assertThat(ask("direct:hainan")).isEqualTo("still here");
        }

        @Test
        void shouldSayWhatIsWrong() {
            host.add(1, SHANXI, routes(builder -> builder.from("direct:bad").to("nowhere:at-all")));

            RouteContribution refused = host.contributions().get(0);
            assertThat(refused.routeIds()).isEmpty();
            assertThat(refused.refusal())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("nowhere"));
        }

        @Test
        void shouldRefuseABuilderThatThrows() {
            host.add(1, SHANXI, routes(builder -> {
                throw new IllegalStateException("no address of the partner");
            }));

            assertThat(host.contributions().get(0).refusal()).contains("no address of the partner");
        }

        @Test
        void shouldRefuseABuilderMadeForAnotherCamel() {
            host.add(1, SHANXI, routes(builder -> {
                throw new NoSuchMethodError("RouteBuilder.gone()");
            }));

            assertThat(host.contributions().get(0).refusal()).contains("RouteBuilder.gone()");
        }

        @Test
        void shouldRefuseRoutesThatTakeAnothersEndpoint() {
            host.add(1, SHANXI, answering("direct:ask", "first"));

            host.add(2, SHANXI_NEXT, answering("direct:ask", "second"));

            assertThat(ask("direct:ask")).isEqualTo("first");
            assertThat(host.contributions().get(1).refusal()).isNotEmpty();
            assertThat(routeIds()).containsExactly("140000-2025-1.0.0/answer");
        }

        @Test
        void shouldForgetTheRefusal_whenTheContributorLeaves() {
            host.add(1, SHANXI, routes(builder -> builder.from("direct:bad").to("nowhere:at-all")));

            host.remove(1);

            assertThat(host.contributions()).isEmpty();
        }

        @Test
        void shouldTakeInTheRepairedRoutes_whenTheyComeNext() {
            host.add(1, SHANXI, routes(builder -> builder.from("direct:ask").to("nowhere:at-all")));
            host.remove(1);

            host.add(2, SHANXI, answering("direct:ask", "repaired"));

            assertThat(ask("direct:ask")).isEqualTo("repaired");
        }
    }

    @Nested
    class WhenAKeyIsTaken {
        @Test
        void shouldKeepTheFirst() {
            host.add(1, SHANXI, answering("direct:ask", "first"));

            host.add(2, SHANXI, answering("direct:ask", "second"));

            assertThat(ask("direct:ask")).isEqualTo("first");
            assertThat(host.contributions().get(1).refusal())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("service 1"));
        }

        @Test
        void shouldLetTheSecondIn_whenTheFirstLeavesAfterItCame() {
            host.add(1, SHANXI, answering("direct:ask", "first"));
            host.add(2, SHANXI, answering("direct:ask", "second"));

            host.remove(1);

            assertThat(ask("direct:ask")).isEqualTo("second");
            assertThat(host.contributions()).singleElement().satisfies(contribution -> assertThat(
                            contribution.refusal())
                    .isEmpty());
        }
    }

    @Nested
    class WhenItCloses {
        @Test
        void shouldStopAllRoutes() {
            host.add(1, SHANXI, answering("direct:ask", "yes"));

            host.close();

            assertThat(host.context().isStopped()).isTrue();
            assertThatThrownBy(() -> ask("direct:ask")).isInstanceOf(RuntimeException.class);
        }

        @Test
        void shouldIgnoreWhoComesOrLeavesAfterwards() {
            host.add(1, SHANXI, answering("direct:ask", "yes"));
            host.close();

            host.remove(1);
            host.add(2, HAINAN_SHANXI, answering("direct:late", "yes"));

            assertThat(host.contributions()).isEmpty();
        }

        @Test
        void shouldHandItsContributorsToTheNextHost() {
            RoutesBuilder builder = answering("direct:ask", "yes");
            host.add(1, SHANXI, builder);
            host.close();

            try (RouteHost next = new RouteHost(Duration.ofSeconds(10))) {
                next.add(1, SHANXI, builder);

                assertThat(ask(next.context(), "direct:ask")).isEqualTo("yes");
                assertThat(next.contributions().get(0).routeIds()).containsExactly("140000-2025-1.0.0/answer");
            }
        }
    }

    @Test
    void shouldEndWithExactlyTheContributorsThatStayed_whenManyComeAndGoAtOnce() throws Exception {
        List<Future<?>> swaps = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            long id = i;
            swaps.add(background.submit(() -> {
                host.add(id, Map.of(), answering("direct:ask-" + id, "yes"));
                if (id % 2 == 0) {
                    host.remove(id);
                }
            }));
        }
        for (Future<?> swap : swaps) {
            swap.get();
        }

        assertThat(host.contributions())
                .extracting(RouteContribution::serviceId)
                .containsExactlyInAnyOrder(1L, 3L, 5L, 7L, 9L, 11L, 13L, 15L);
        assertThat(routeIds()).hasSize(8);
    }

    @Test
    void shouldRefuseABoundThatIsNotPositive() {
        assertThatThrownBy(() -> new RouteHost(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(thread.isAlive()).as("it waits for the exchange").isTrue();
            Thread.onSpinWait();
        }
    }

    private String ask(String uri) {
        return ask(host.context(), uri);
    }

    private static String ask(CamelContext context, String uri) {
        return context.createProducerTemplate().requestBody(uri, "问", String.class);
    }

    private List<String> definitionIds() {
        return host.context().getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinitions().stream()
                .map(RouteDefinition::getRouteId)
                .toList();
    }

    private List<String> routeIds() {
        return host.context().getRoutes().stream().map(Route::getId).toList();
    }

    private static RoutesBuilder answering(String uri, String answer) {
        return routes(builder -> builder.from(uri).routeId("answer").setBody(builder.constant(answer)));
    }

    private static RoutesBuilder routes(Routes routes) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                routes.configure(this);
            }
        };
    }

    private interface Routes {
        void configure(RouteBuilder builder);
    }
}
