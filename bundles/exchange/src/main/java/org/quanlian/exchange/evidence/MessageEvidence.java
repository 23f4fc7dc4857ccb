package org.quanlian.exchange.evidence;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.exchange.Exchange;
import org.quanlian.vouchers.exchange.InboxMessage;
import org.quanlian.vouchers.exchange.SignedExchange;
import org.quanlian.vouchers.exchange.SignedText;

/** Finds the evidence of messages that this node sent or received (取证). */
public final class MessageEvidence {
    private MessageEvidence() {}

    /**
     * The evidence of every message of a name: this node's own first, then those of partners, by their provinces; names of
     * different senders may coincide. A message that was never signed has none.
     */
    public static List<Evidence> of(Exchange exchange, Id<Message> id) {
        List<Evidence> found = new ArrayList<>();
        exchange.outbox()
                .evidence(new Id<>(id.value()))
                .map(MessageEvidence::evidence)
                .ifPresent(found::add);
        Id<InboxMessage> received = new Id<>(id.value());
        for (InboxMessage message : exchange.inbox().named(received)) {
            exchange.inbox()
                    .evidence(message.source(), received)
                    .map(MessageEvidence::evidence)
                    .ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Evidence evidence(SignedExchange kept) {
        Optional<Answer> answer = kept.answer().map(SignedTexts::answer);
        Optional<X509Certificate> receiver = kept.answer().map(SignedTexts::signer);
        SignedText message = answer.map(each -> answered(kept, each)).orElse(kept.message());
        return new Evidence(SignedTexts.message(message), SignedTexts.signer(message), answer, receiver);
    }

    /** The message with the signature that came with it when it was answered. */
    private static SignedText answered(SignedExchange kept, Answer answer) {
        String digest = ReceiptFormat.read(answer.receipt()).signatureDigest();
        String algorithm = digest.substring(0, digest.indexOf(':'));
        return kept.former().stream()
                .filter(each -> MessageDigests.of(
                                algorithm, SignedTexts.message(each).signature())
                        .equals(digest))
                .findFirst()
                .orElse(kept.message());
    }
}
