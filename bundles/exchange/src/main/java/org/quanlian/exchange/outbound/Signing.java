package org.quanlian.exchange.outbound;

import java.nio.charset.StandardCharsets;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.exchange.OutboxMessage;
import org.quanlian.vouchers.exchange.OwedMessage;
import org.quanlian.vouchers.exchange.SignedText;

/**
 * Signs messages before they are sent first (签名). The bytes of a message follow from its row, so they are the same whoever
 * makes them; the signature is made once, and once more when the node's certificate has been replaced since.
 */
final class Signing {
    private final NodeName self;
    private final MessageSigner signer;
    private final String fingerprint;

    Signing(NodeName self, MessageSigner signer) {
        this.self = self;
        this.signer = signer;
        this.fingerprint = Certificates.fingerprint(signer.identity().certificate());
    }

    /** Whether it is signed with what the node signs with now. */
    boolean isSigned(OwedMessage owed) {
        return owed.signed()
                .filter(signed -> signed.signer().fingerprint().equals(fingerprint))
                .isPresent();
    }

    /** The message, signed. */
    SignedText sign(OwedMessage owed) {
        byte[] bytes = owed.signed()
                .map(signed -> SignedTexts.message(signed).message())
                .orElseGet(() -> MessageFormat.write(message(owed)));
        return SignedTexts.of(bytes, signer.sign(bytes), signer.identity().certificate());
    }

    private Message message(OwedMessage owed) {
        OutboxMessage row = owed.message();
        return new Message(
                new Id<>(row.id().value()),
                self,
                new NodeName(row.partner()),
                MessageType.parse(row.type()),
                row.subject(),
                owed.sequence(),
                row.bornAt(),
                row.expiresAt(),
                row.traceParent(),
                MessageFormat.readData(row.data().getBytes(StandardCharsets.UTF_8)));
    }
}
