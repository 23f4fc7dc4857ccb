package org.quanlian.exchange.inbound;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.kept.Problems;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.Milliseconds;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.exchange.InboxMessage;
import org.quanlian.vouchers.exchange.InboxRefusal;
import org.quanlian.vouchers.exchange.SignedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what partners send (接收). A message is judged, stored, applied and receipted in one transaction, and answered after
 * that is durable: so there is no receipt without its message, and whoever sends it again is given the first answer.
 */
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Store store;
    private final Clock clock;
    private final Ids ids;
    private final Admission admission;
    private final Receipts receipts;
    private final Supplier<MessageSigner> signer;
    private final Function<DataClass, Optional<Applier>> appliers;

    /**
     * @param self the name of this node
     * @param store where messages are kept
     * @param clock tells the time
     * @param ids names refusals
     * @param admission decides what is taken
     * @param signer with what the node signs now
     * @param appliers finds who does what messages of a class say
     */
    public Reception(
            NodeName self,
            Store store,
            Clock clock,
            Ids ids,
            Admission admission,
            Supplier<MessageSigner> signer,
            Function<DataClass, Optional<Applier>> appliers) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.admission = admission;
        this.receipts = new Receipts(self);
        this.signer = signer;
        this.appliers = appliers;
    }

    /**
     * Takes one message, or refuses it; both are durable when this returns.
     *
     * @param peer the partner over whose connection it came
     * @return the signed receipt
     * @throws StoreUnavailableException when the database can't do it now: nothing was done, and nothing is answered
     */
    public Answer receive(NodeName peer, Arrived arrived) {
        try {
            return decide(peer, arrived, Optional.empty());
        } catch (NotAppliedException e) {
            // Whatever was applied is taken back with its transaction; that it was refused is another one.
            return decide(peer, arrived, Optional.of(e.refusal()));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A message from {} could not be applied", peer, e);
            return decide(peer, arrived, Optional.of(Refusals.forNow("applier.failed", Milliseconds.write(now()))));
        }
    }

    /** @param unable why the message can't be taken even when it is admitted */
    private Answer decide(NodeName peer, Arrived arrived, Optional<Refusal> unable) {
        Coming coming = new Coming(peer, arrived, signer.get(), now());
        return store.write(session -> {
            Verdict verdict = admission.judge(peer, arrived, new SessionRecords(session));
            if (verdict instanceof Verdict.Repeated repeated) {
                return repeated.answer();
            }
            if (verdict instanceof Verdict.Refused refused) {
                return refuse(session, coming, refused);
            }
            Verdict.Accepted accepted = (Verdict.Accepted) verdict;
            DataClass dataClass = accepted.message().type().dataClass();
            Optional<Applier> applier = appliers.apply(dataClass);
            Optional<Refusal> refusal = unable.or(() -> applier.isPresent()
                    ? Optional.empty()
                    : Optional.of(Refusals.forNow("class.unready", dataClass.code())));
            return refusal.map(why -> refuse(session, coming, accepted.refused(why)))
                    .orElseGet(() -> accept(session, coming, accepted, applier.orElseThrow()));
        });
    }

    private Answer accept(Session session, Coming coming, Verdict.Accepted accepted, Applier applier) {
        Message message = accepted.message();
        SignedText receipt =
                receipts.sign(coming.signer(), Optional.of(message), coming.arrived(), coming.at(), Optional.empty());
        SignedText signed = SignedTexts.of(
                coming.arrived().message(),
                coming.arrived().signature(),
                accepted.verified().certificate());
        if (!session.exchange().inbox().add(kept(message, coming, Optional.empty()), signed, receipt)) {
            // Two of one name about two subjects at the same time: the second finds the first when it comes again.
            throw new StoreUnavailableException(
                    new IllegalStateException("another message is named " + message.id() + " at the same time"));
        }
        try {
            applier.apply(session, message);
        } catch (RefusedMessageException e) {
            throw new NotAppliedException(e);
        }
        return SignedTexts.answer(receipt);
    }

    private Answer refuse(Session session, Coming coming, Verdict.Refused refused) {
        SignedText receipt = receipts.sign(
                coming.signer(), refused.message(), coming.arrived(), coming.at(), Optional.of(refused.refusal()));
        boolean kept = refused.signed() && keep(session, coming, refused, receipt);
        if (!kept) {
            remember(session, coming, refused);
        }
        return SignedTexts.answer(receipt);
    }

    /** Whether a refusal is kept as the fate of its message; that another has its name is not that one's fate. */
    private boolean keep(Session session, Coming coming, Verdict.Refused refused, SignedText receipt) {
        Message message = refused.message().orElseThrow();
        Id<InboxMessage> id = new Id<>(message.id().value());
        boolean kept = refused.remembered()
                && session.exchange()
                        .inbox()
                        .find(message.source().province(), id)
                        .isEmpty()
                && session.exchange()
                        .inbox()
                        .add(
                                kept(message, coming, Optional.of(refused.refusal())),
                                SignedTexts.of(
                                        coming.arrived().message(),
                                        coming.arrived().signature(),
                                        refused.verified().orElseThrow().certificate()),
                                receipt);
        session.exchange().inbox().forgetUntouched(message.source().province(), message.subject());
        return kept;
    }

    private void remember(Session session, Coming coming, Verdict.Refused refused) {
        session.exchange()
                .inbox()
                .add(new InboxRefusal(
                        ids.next(),
                        coming.peer().province(),
                        refused.message().map(message -> new Id<>(message.id().value())),
                        coming.digest(),
                        refused.signed(),
                        refused.message().flatMap(Message::traceParent),
                        Problems.of(refused.refusal()),
                        coming.at(),
                        coming.at(),
                        1));
    }

    private static InboxMessage kept(Message message, Coming coming, Optional<Refusal> refusal) {
        return new InboxMessage(
                message.source().province(),
                new Id<>(message.id().value()),
                message.type().toString(),
                message.subject(),
                message.sequence(),
                message.time(),
                message.traceParent(),
                coming.digest(),
                coming.at(),
                refusal.map(Problems::of));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What came, and with what it is answered. */
    private record Coming(NodeName peer, Arrived arrived, MessageSigner signer, Instant at) {
        String digest() {
            return MessageDigests.of(signer.identity().profile(), arrived.message());
        }
    }
}
