package org.quanlian.store.internal.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.orders.BoundVoucher;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.InvoiceNumbers;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.VoucherOrder;
import org.quanlian.vouchers.registry.Organisation;

/** Each activity is supported once, on each database. */
@EachDatabase
class SupportedOnceContractTest {
    private static final int THREADS = 32;

    private final OrderWorld world;
    private Organisation applicant;
    private Organisation provider;

    SupportedOnceContractTest(TestDatabase database) {
        world = new OrderWorld(database.transactions());
    }

    @BeforeEach
    void register() {
        applicant = world.organisation(Organisation.Kind.ENTERPRISE);
        provider = world.organisation(Organisation.Kind.PROVIDER);
    }

    @Test
    void shouldLetExactlyOneClaimHaveAnInvoice_whenManyFileItAtOnceWrittenDifferently() throws Exception {
        String digits = world.digits();
        List<Callable<Boolean>> filings = IntStream.range(0, THREADS)
                .mapToObj(i -> {
                    Organisation other = world.organisation(Organisation.Kind.ENTERPRISE);
                    VoucherOrder order = world.bound(
                            other, provider, "HT-" + i, InvoiceNumbers.read(Optional.empty(), written(digits, i)));
                    Id<VoucherClaim> claim =
                            world.claim(other, "140100-2025-1" + i).id();
                    return (Callable<Boolean>) () -> tries(claim, List.of(order.id()));
                })
                .toList();

        assertThat(race(filings)).filteredOn(won -> won).hasSize(1);
    }

    @Test
    void shouldLetExactlyOneClaimHaveAContract_whenManyFileItAtOnceWrittenDifferently() throws Exception {
        List<String> ways = List.of("HT-2025-0018", "ht 2025 0018", "ＨＴ２０２５００１８", "Ht—2025（0018）", "HT\u200b2025/0018");
        List<Callable<Boolean>> filings = IntStream.range(0, THREADS)
                .mapToObj(i -> {
                    Organisation other = world.organisation(Organisation.Kind.ENTERPRISE);
                    // The same firm by another registration is the same provider.
                    Organisation seller = i % 2 == 0 ? provider : world.again(provider);
                    VoucherOrder order = world.bound(other, seller, ways.get(i % ways.size()), world.invoice());
                    Id<VoucherClaim> claim =
                            world.claim(other, "140100-2025-2" + i).id();
                    return (Callable<Boolean>) () -> tries(claim, List.of(order.id()));
                })
                .toList();

        assertThat(race(filings)).filteredOn(won -> won).hasSize(1);
    }

    @Test
    void shouldDecideEveryClaim_whenManyWantTheSameVouchersInDifferentOrders() throws Exception {
        List<Id<Order>> vouchers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            vouchers.add(world.bound(applicant, provider, "HT-R" + i, world.invoice())
                    .id());
        }
        List<Callable<Boolean>> filings = IntStream.range(0, THREADS)
                .mapToObj(i -> {
                    Id<VoucherClaim> claim =
                            world.claim(applicant, "140100-2025-3" + i).id();
                    List<Id<Order>> wanted = new ArrayList<>(vouchers);
                    Collections.shuffle(wanted, new Random(i));
                    return (Callable<Boolean>) () -> tries(claim, wanted);
                })
                .toList();

        assertThat(race(filings)).filteredOn(won -> won).hasSize(1);
    }

    @Test
    void shouldNameWhatIsFoundAgain_andTheClaimOnlyToItsOwner() {
        InvoiceNumber invoice = world.invoice();
        VoucherOrder first = world.bound(applicant, provider, "HT-A", invoice);
        file(world.claim(applicant, "140100-2025-000001"), first);
        VoucherOrder own = world.bound(applicant, provider, "ｈｔ ａ", world.invoice());
        Organisation stranger = world.organisation(Organisation.Kind.ENTERPRISE);
        VoucherOrder others = world.bound(stranger, world.organisation(Organisation.Kind.PROVIDER), "HT-A", invoice);

        RefusedException toOwner = refused(() -> file(world.claim(applicant, "140100-2026-000002"), own));
        assertThat(toOwner.kind()).isEqualTo(RefusedException.Kind.CONFLICT);
        assertThat(toOwner.text().zh())
                .contains("合同 ｈｔ ａ")
                .contains("140100-2025-000001")
                .doesNotContain("发票");
        assertThat(toOwner.text().en()).contains("contract").contains("your claim 140100-2025-000001");

        VoucherClaim strangersClaim = world.claim(stranger, "140100-2025-000003");
        RefusedException toStranger = refused(() -> file(strangersClaim, others));
        assertThat(toStranger.text().zh())
                .contains("发票 " + invoice)
                .contains("另一份申请")
                .doesNotContain("000001")
                .doesNotContain("合同");
    }

    @Test
    void shouldFindRedLetterInvoicesAndOldCodesAgain() {
        InvoiceNumber red = InvoiceNumber.coded("1400251130", "00098765");
        Evidence evidence = OrderWorld.evidence("HT-B", world.invoice(), world.papers(applicant));
        List<Invoice> withRed = new ArrayList<>(evidence.invoices());
        withRed.add(new Invoice(red, evidence.invoices().get(0).issuedOn(), Money.ofYuan(-5)));
        VoucherOrder first = world.bound(
                applicant,
                provider,
                new Evidence(
                        evidence.exclusion(),
                        evidence.contract(),
                        withRed,
                        evidence.payments(),
                        evidence.attachments()));
        file(world.claim(applicant, "140100-2025-000010"), first);
        VoucherOrder again = world.bound(
                applicant,
                world.organisation(Organisation.Kind.PROVIDER),
                "HT-C",
                InvoiceNumbers.read(Optional.empty(), "１４００２５１１３０－０００９８７６５"));
        refused(() -> file(world.claim(applicant, "140100-2025-000011"), again));
    }

    @Test
    void shouldHoldExactlyWhatWasFiledLast_whenAClaimIsFiledAgain() {
        VoucherOrder kept = world.bound(applicant, provider, "HT-D", world.invoice());
        VoucherOrder dropped = world.bound(applicant, provider, "HT-E", world.invoice());
        VoucherClaim claim = world.claim(applicant, "140100-2025-000020");
        file(claim, kept, dropped);
        file(claim, kept, dropped);
        file(claim, kept);

        VoucherClaim other = world.claim(applicant, "140100-2025-000021");
        file(other, dropped);
        refused(() -> file(other, dropped, kept));
        world.write(session -> {
            world.once.release(session, claim.id());
            return true;
        });
        file(other, dropped, kept);
    }

    @Test
    void shouldRefuseOrdersThatAreNotBound_orAreNone() {
        VoucherOrder order = world.write(session ->
                world.ordering.order(session, world.actor(applicant), Optional.empty(), OrderWorld.request(provider)));
        assertThat(refused(() -> world.read(
                                session -> world.once.of(session, Set.of(applicant.id()), List.of(order.id()))))
                        .code())
                .isEqualTo("order.unbound");
        assertThat(refused(() -> world.read(session ->
                                world.once.of(session, Set.of(applicant.id()), List.of(world.ids.<Order>next()))))
                        .code())
                .isEqualTo("order.none");
        assertThat(refused(() -> world.read(
                                session -> world.once.of(session, Set.of(provider.id()), List.of(order.id()))))
                        .code())
                .as("an order of others")
                .isEqualTo("order.none");
    }

    @Test
    void shouldRefuseAVoucherThatWasBoundAnew_sinceItWasRead() {
        VoucherOrder order = world.bound(applicant, provider, "HT-F", world.invoice());
        VoucherClaim claim = world.claim(applicant, "140100-2025-000030");
        List<BoundVoucher> read =
                world.read(session -> world.once.of(session, Set.of(applicant.id()), List.of(order.id())));
        world.write(session -> {
            world.binding.unbind(session, world.actor(applicant), order.id(), "更正", Optional.empty());
            Evidence other = OrderWorld.evidence(
                    "HT-F", world.invoice(), order.evidence().orElseThrow().attachments());
            world.binding.prove(session, world.actor(applicant), order.id(), other, Optional.empty());
            return world.binding.confirm(session, world.actor(provider), order.id(), Optional.empty());
        });
        assertThat(refused(() -> world.write(session -> {
                            world.once.take(session, claim.id(), read);
                            return true;
                        }))
                        .kind())
                .isEqualTo(RefusedException.Kind.STALE);
    }

    private void file(VoucherClaim claim, VoucherOrder... orders) {
        List<Id<Order>> ids = List.of(orders).stream().map(VoucherOrder::id).toList();
        world.write(session -> {
            world.once.take(session, claim.id(), world.once.of(session, claim.owners(), ids));
            return true;
        });
    }

    private boolean tries(Id<VoucherClaim> claim, List<Id<Order>> orders) {
        try {
            return world.write(session -> {
                Set<Id<Organisation>> owners =
                        session.claims().find(claim).orElseThrow().owners();
                world.once.take(session, claim, world.once.of(session, owners, orders));
                return true;
            });
        } catch (RefusedException e) {
            assertThat(e.code()).isEqualTo("activity.again");
            return false;
        }
    }

    private static List<Boolean> race(List<Callable<Boolean>> filings) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(filings.size());
        try {
            CountDownLatch ready = new CountDownLatch(filings.size());
            CountDownLatch go = new CountDownLatch(1);
            List<Future<Boolean>> running = filings.stream()
                    .map(filing -> threads.submit(() -> {
                        ready.countDown();
                        go.await();
                        return filing.call();
                    }))
                    .toList();
            ready.await();
            go.countDown();
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> one : running) {
                won.add(one.get());
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same digits as different people type them. */
    private static String written(String digits, int way) {
        return switch (way % 4) {
            case 0 -> digits;
            case 1 -> digits.chars()
                    .map(digit -> digit - '0' + '０')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            case 2 -> digits.replaceAll("(....)", "$1 ");
            default -> "\u3000" + digits.replaceAll("(.....)", "$1-") + "\u00a0";
        };
    }

    private static RefusedException refused(ThrowingCallable work) {
        List<RefusedException> thrown = new ArrayList<>();
        assertThatThrownBy(work).isInstanceOfSatisfying(RefusedException.class, thrown::add);
        return thrown.get(0);
    }
}
