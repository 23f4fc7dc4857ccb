package org.quanlian.exchange.outbound;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.kept.Problems;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.outbound.Settling.Tried;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.partner.PartnerBook;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.BreakerRecord;
import org.quanlian.vouchers.exchange.OutboxMessage;
import org.quanlian.vouchers.exchange.OwedMessage;
import org.quanlian.vouchers.exchange.SignedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends partners what they are owed, until they have it (投递). Messages are taken for a while, signed and kept so, carried, and
 * settled by what the partner signed; who dies in between has them sent again, and the partner answers as it did first. Any
 * number of nodes of this province may do it at once.
 */
public final class Dispatch {
    /** How long messages that were taken are nobody else's: longer than a batch can take. */
    public static final Duration LEASE = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final NodeName self;
    private final Store store;
    private final Clock clock;
    private final Courier courier;
    private final Supplier<MessageSigner> signer;
    private final DispatchSettings settings;
    private final Breaker breaker;
    private final Settling settling;

    /**
     * @param self the name of this node
     * @param store where messages are owed
     * @param clock tells the time
     * @param courier carries them
     * @param signer with what the node signs now
     * @param settings how much is sent at a time, and for how long it is tried
     * @param retry how long a message waits after it failed
     * @param breaker leaves partners alone that do not answer
     */
    public Dispatch(
            NodeName self,
            Store store,
            Clock clock,
            Courier courier,
            Supplier<MessageSigner> signer,
            DispatchSettings settings,
            Backoff retry,
            Breaker breaker) {
        this.self = self;
        this.store = store;
        this.clock = clock;
        this.courier = courier;
        this.signer = signer;
        this.settings = settings;
        this.breaker = breaker;
        this.settling = new Settling(retry, breaker, settings.giveUpAfter());
    }

    /**
     * Sends a partner what is due, batch by batch, until nothing is or it does not answer.
     *
     * @return how many messages were delivered
     * @throws org.quanlian.vouchers.StoreUnavailableException when the database can't do it now; what is under way is due
     *     again after {@link #LEASE}
     */
    public int round(NodeName node) {
        return round(node, () -> true);
    }

    /**
     * The same, until it shall end: then the batch that is under way is settled, and no other is taken.
     *
     * @param goesOn whether another batch may be taken
     */
    int round(NodeName node, BooleanSupplier goesOn) {
        int delivered = 0;
        try (Hands hands = new Hands("quanlian-exchange-" + node.province(), settings.parallel())) {
            while (goesOn.getAsBoolean()) {
                // Before anything is taken: a node without a key takes nothing.
                Signing signing = new Signing(self, signer.get());
                Optional<Batch> batch = store.write(session -> take(session, node));
                if (batch.isEmpty()) {
                    break;
                }
                List<Tried> tried = carry(batch.get(), signing, hands);
                Instant now = clock.instant();
                delivered += store.write(session -> settling.settle(session, node.province(), tried, now));
            }
        } catch (InterruptedException e) {
            // The node stops; what is under way is due again after the lease.
            Thread.currentThread().interrupt();
        }
        return delivered;
    }

    private Optional<Batch> take(Session session, NodeName node) {
        Instant now = clock.instant();
        Optional<Partner> partner =
                PartnerBook.find(session.exchange().partners(), node).filter(each -> each.agreedAt(now));
        if (partner.isEmpty()) {
            return Optional.empty();
        }
        Optional<BreakerRecord> record = session.exchange().breakers().find(node.province());
        boolean open = record.flatMap(BreakerRecord::openUntil).isPresent();
        if (open) {
            // One alone tries.
            record = Optional.of(session.exchange().breakers().lock(node.province()));
        }
        int allowed = breaker.allowed(record, now, settings.batch());
        List<OwedMessage> taken = allowed == 0
                ? List.of()
                : session.exchange().outbox().take(node.province(), now, now.plus(LEASE), allowed);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        if (open) {
            session.exchange().breakers().update(breaker.trying(record.orElseThrow(), now.plus(LEASE)));
        }
        // One that tries whether the partner answers again is let through.
        int failures = open ? 0 : record.map(BreakerRecord::failures).orElse(0);
        return Optional.of(new Batch(partner.get(), taken, failures));
    }

    private List<Tried> carry(Batch batch, Signing signing, Hands hands) throws InterruptedException {
        List<Ready> ready = sign(batch, signing, hands);
        Failures failures = new Failures(batch.failures());
        List<Callable<Tried>> work = new ArrayList<>();
        for (Ready each : ready) {
            work.add(() ->
                    new Tried(each.message(), each.problem().orElseGet(() -> carry(batch.partner(), each, failures))));
        }
        return hands.all(work);
    }

    /** Signs what is not signed, and keeps that before anything is sent. */
    private List<Ready> sign(Batch batch, Signing signing, Hands hands) throws InterruptedException {
        List<Callable<Ready>> work = new ArrayList<>();
        for (OwedMessage owed : batch.messages()) {
            work.add(() -> ready(batch.partner(), owed, signing));
        }
        List<Ready> ready = hands.all(work);
        List<Ready> fresh = ready.stream().filter(Ready::fresh).toList();
        if (fresh.isEmpty()) {
            return ready;
        }
        List<Id<OutboxMessage>> lost = store.write(session -> fresh.stream()
                .filter(each -> !session.exchange()
                        .outbox()
                        .signed(each.message(), each.signed().orElseThrow()))
                .map(each -> each.message().message().id())
                .toList());
        // Another worker has those now, because this one was too slow; only what is kept is ever sent.
        return ready.stream()
                .filter(each -> !lost.contains(each.message().message().id()))
                .toList();
    }

    private Ready ready(Partner partner, OwedMessage owed, Signing signing) {
        try {
            MessageType type = MessageType.parse(owed.message().type());
            if (!partner.agreement().send().contains(type.dataClass())) {
                return Ready.not(
                        owed, withheld("class.withheld", type.dataClass().code()));
            }
            return signing.isSigned(owed)
                    ? new Ready(owed, owed.signed(), false, Optional.empty())
                    : new Ready(owed, Optional.of(signing.sign(owed)), true, Optional.empty());
        } catch (RuntimeException e) {
            LOG.error("Message {} can't be signed", owed.message().id(), e);
            return Ready.not(owed, withheld("delivery.failed", e.getClass().getSimpleName()));
        }
    }

    private Outcome carry(Partner partner, Ready ready, Failures failures) {
        if (breaker.opensAfter(failures.inARow())) {
            return new Outcome.Untried();
        }
        Outcome outcome = answered(partner, ready);
        outcome.answered().ifPresent(failures::seen);
        return outcome;
    }

    private Outcome answered(Partner partner, Ready ready) {
        OutboxMessage message = ready.message().message();
        Arrived sent = SignedTexts.message(ready.signed().orElseThrow());
        try {
            return ReceiptCheck.outcome(
                    courier.deliver(partner, sent),
                    new Id<>(message.id().value()),
                    sent,
                    () -> store.read(session -> session.exchange().outbox().formerSignatures(message.id())),
                    partner,
                    clock.instant());
        } catch (IOException e) {
            String why = Problems.printable(e.toString());
            return new Outcome.Unanswered(Problems.of(Refusals.forNow("answer.none", why)));
        } catch (RuntimeException e) {
            LOG.error("Message {} could not be carried to {}", message.id(), partner.node(), e);
            return new Outcome.Unanswered(
                    Problems.of(Refusals.forNow("delivery.failed", e.getClass().getSimpleName())));
        }
    }

    private static Outcome withheld(String code, String argument) {
        return new Outcome.Withheld(Problems.of(Refusals.forNow(code, argument)));
    }

    /** Messages that were taken for a partner, which had failed to answer so often. */
    private record Batch(Partner partner, List<OwedMessage> messages, int failures) {}

    /**
     * A message that can be sent, or why not.
     *
     * @param fresh whether the signature is not kept yet
     */
    private record Ready(OwedMessage message, Optional<SignedText> signed, boolean fresh, Optional<Outcome> problem) {
        static Ready not(OwedMessage message, Outcome problem) {
            return new Ready(message, Optional.empty(), false, Optional.of(problem));
        }
    }

    /** How many attempts in a row failed, as they come in from several threads. */
    private static final class Failures {
        private final AtomicInteger inARow;

        Failures(int before) {
            this.inARow = new AtomicInteger(before);
        }

        int inARow() {
            return inARow.get();
        }

        void seen(boolean answered) {
            inARow.updateAndGet(before -> answered ? 0 : before + 1);
        }
    }
}
