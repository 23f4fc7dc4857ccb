package org.quanlian.exchange.evidence;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.exchange.signature.Verified;

/** Verifies evidence: every signature, and that receipt and message belong together. It needs no node and no network. */
public final class EvidenceVerifier {
    private EvidenceVerifier() {}

    /**
     * What evidence proves.
     *
     * @throws RefusedMessageException {@code evidence.node} when a certificate is not of the node that it signed for,
     *     {@code evidence.receipt} when the receipt is for something else, or what reading and verifying says
     */
    public static Proof verify(Evidence evidence) {
        Message message = MessageFormat.read(evidence.sent().message());
        Verified sent = SignatureVerifier.verifyAsSigned(
                evidence.sent().message(), evidence.sent().signature(), List.of(evidence.sender()));
        requireNode(evidence.sender(), message.source());
        if (evidence.answered().isEmpty()) {
            return new Proof(message, sent, Optional.empty(), Optional.empty());
        }
        Answer answer = evidence.answered().get();
        X509Certificate receiver = evidence.receiver().orElseThrow();
        Receipt receipt = ReceiptFormat.read(answer.receipt());
        Verified received = SignatureVerifier.verifyAsSigned(answer.receipt(), answer.signature(), List.of(receiver));
        requireNode(receiver, message.recipient());
        // A receiver that could not read the bytes names no message; which bytes they were the digests say.
        boolean named = receipt.message().map(message.id()::equals).orElse(!receipt.stored());
        boolean same = receipt.receiver().equals(message.recipient())
                && named
                && isDigestOf(receipt.messageDigest(), evidence.sent().message())
                && isDigestOf(receipt.signatureDigest(), evidence.sent().signature());
        if (!same) {
            throw new RefusedMessageException(Refusals.lasting("evidence.receipt"));
        }
        return new Proof(message, sent, Optional.of(receipt), Optional.of(received));
    }

    private static boolean isDigestOf(String digest, byte[] bytes) {
        String algorithm = digest.substring(0, digest.indexOf(':'));
        return MessageDigests.of(algorithm, bytes).equals(digest);
    }

    private static void requireNode(X509Certificate certificate, NodeName node) {
        if (!Certificates.nodeOf(certificate).equals(Optional.of(node))) {
            throw new RefusedMessageException(Refusals.lasting("evidence.node", node));
        }
    }
}
