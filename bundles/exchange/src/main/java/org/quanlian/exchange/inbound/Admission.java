package org.quanlian.exchange.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.kept.WholeSignature;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.exchange.signature.Verified;

/**
 * Decides whether something that came is taken (接收审查). The order matters: nothing that a stranger writes reaches what
 * the node remembers, and a message that was stored is answered as it was then, even when its agreement has ended since.
 */
public final class Admission {
    private final NodeName self;
    private final Clock clock;
    private final Duration skew;

    /**
     * @param self the name of this node
     * @param clock tells the time
     * @param skew how far clocks of nodes may be apart
     */
    public Admission(NodeName self, Clock clock, Duration skew) {
        this.self = self;
        this.clock = clock;
        this.skew = skew;
    }

    /**
     * What becomes of something that came.
     *
     * @param peer the partner over whose connection it came
     */
    public Verdict judge(NodeName peer, Arrived arrived, InboundRecords records) {
        Message message;
        try {
            message = MessageFormat.read(arrived.message());
        } catch (RefusedMessageException e) {
            return new Verdict.Refused(Optional.empty(), Optional.empty(), e.refusal());
        }
        if (!message.recipient().equals(self)) {
            return unsigned(message, Refusals.lasting("recipient.other", message.recipient(), self));
        }
        if (!message.source().equals(peer)) {
            return unsigned(message, Refusals.lasting("sender.other", message.source(), peer));
        }
        Optional<Partner> partner = records.partner(message.source());
        if (partner.isEmpty()) {
            // It may become a partner tomorrow, and then send the same again.
            return unsigned(message, Refusals.forNow("sender.unknown", message.source()));
        }
        Instant now = clock.instant();
        Verified verified;
        try {
            verified = SignatureVerifier.verify(
                    arrived.message(), arrived.signature(), partner.get().believedAt(now), now);
            WholeSignature.require(arrived.signature(), verified.certificate());
        } catch (RefusedMessageException e) {
            // Certificates are exchanged and renewed: another signature over the same message may be good, or this one
            // later.
            return unsigned(message, new Refusal(e.refusal().code(), e.refusal().text(), false));
        }
        Optional<Known> known = records.known(message);
        if (known.isPresent()) {
            return again(arrived, message, verified, known.get());
        }
        return refusal(message, partner.get(), now, records)
                .<Verdict>map(refusal -> new Verdict.Refused(Optional.of(message), Optional.of(verified), refusal))
                .orElseGet(() -> new Verdict.Accepted(message, partner.get(), verified));
    }

    private static Verdict again(Arrived arrived, Message message, Verified verified, Known known) {
        String algorithm =
                known.messageDigest().substring(0, known.messageDigest().indexOf(':'));
        return MessageDigests.of(algorithm, arrived.message()).equals(known.messageDigest())
                ? new Verdict.Repeated(known.answer())
                : new Verdict.Refused(
                        Optional.of(message),
                        Optional.of(verified),
                        Refusals.lasting("message.reused", message.id(), verified.signedAt()));
    }

    private Optional<Refusal> refusal(Message message, Partner partner, Instant now, InboundRecords records) {
        if (!partner.agreedAt(now)) {
            return Optional.of(Refusals.forNow(
                    "agreement.ended",
                    partner.agreement().validity().from(),
                    partner.agreement().validity().until()));
        }
        if (!partner.mayTell(message.type().dataClass())) {
            return Optional.of(
                    Refusals.forNow("class.denied", message.type().dataClass().code()));
        }
        if (message.time().isAfter(now.plus(skew))) {
            return Optional.of(Refusals.forNow("message.early", message.time(), now, skew.toMinutes()));
        }
        if (!now.minus(skew).isBefore(message.expires())) {
            return Optional.of(Refusals.lasting("message.expired", message.expires(), now));
        }
        long last = records.lastSequence(message.source(), message.subject());
        if (message.sequence() <= last) {
            return Optional.of(Refusals.lasting("order.passed", message.sequence(), last, message.subject()));
        }
        if (message.sequence() > last + 1) {
            return Optional.of(Refusals.forNow("order.gap", last + 1, message.sequence(), message.subject()));
        }
        return Optional.empty();
    }

    private static Verdict unsigned(Message message, Refusal refusal) {
        return new Verdict.Refused(Optional.of(message), Optional.empty(), refusal);
    }
}
