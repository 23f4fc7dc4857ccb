package org.quanlian.exchange.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.kept.Problems;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.kept.WholeSignature;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.exchange.signature.Verified;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.exchange.SignedText;

/** Decides what an answer is worth (回执核验). Only what the partner signed about this very message counts. */
final class ReceiptCheck {
    private ReceiptCheck() {}

    /**
     * What an answer says about a message.
     *
     * @param answer the answer as it came
     * @param id the message's name
     * @param sent the message as it was sent
     * @param former signatures over it that were sent before; a receipt may be for one of them
     * @param partner to whom it was sent
     * @param now whose certificates are believed now
     */
    static Outcome outcome(
            Answer answer,
            Id<Message> id,
            Arrived sent,
            Supplier<List<SignedText>> former,
            Partner partner,
            Instant now) {
        Receipt receipt;
        Verified verified;
        try {
            receipt = ReceiptFormat.read(answer.receipt());
            // The receipt may be an old one, that is answered again: its certificate was good when it signed.
            verified = SignatureVerifier.verifyAsSigned(answer.receipt(), answer.signature(), partner.believedAt(now));
            WholeSignature.require(answer.signature(), verified.certificate());
        } catch (RefusedMessageException e) {
            return unanswered("answer.wrong", e.refusal());
        }
        if (!isFor(receipt, id, sent, former, partner)) {
            return new Outcome.Unanswered(Problems.of(Refusals.forNow("answer.other")));
        }
        SignedText kept = SignedTexts.of(answer.receipt(), answer.signature(), verified.certificate());
        return receipt.refusal()
                .<Outcome>map(why -> new Outcome.Refused(kept, Problems.of(why), why.lasting()))
                .orElseGet(() -> new Outcome.Delivered(kept));
    }

    private static boolean isFor(
            Receipt receipt, Id<Message> id, Arrived sent, Supplier<List<SignedText>> former, Partner partner) {
        // Bytes that could not be read have no name; that they are these the digests say.
        return receipt.receiver().equals(partner.node())
                && (receipt.message().equals(Optional.of(id))
                        || (receipt.message().isEmpty() && !receipt.stored()))
                && isDigestOf(receipt.messageDigest(), sent.message())
                && (isDigestOf(receipt.signatureDigest(), sent.signature())
                        || former.get().stream()
                                .map(SignedTexts::message)
                                .anyMatch(each -> isDigestOf(receipt.signatureDigest(), each.signature())));
    }

    private static boolean isDigestOf(String digest, byte[] bytes) {
        return MessageDigests.of(digest.substring(0, digest.indexOf(':')), bytes)
                .equals(digest);
    }

    private static Outcome unanswered(String code, Refusal why) {
        LocalizedText text = new LocalizedText(
                Refusals.forNow(code, why.text().zh()).text().zh(),
                Refusals.forNow(code, why.text().en()).text().en());
        return new Outcome.Unanswered(Problems.of(new Refusal(code, text, false)));
    }
}
