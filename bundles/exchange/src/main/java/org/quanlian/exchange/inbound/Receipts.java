package org.quanlian.exchange.inbound;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.kept.SignedTexts;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.vouchers.exchange.SignedText;

/** Makes the receipts of this node. */
final class Receipts {
    private final NodeName self;

    Receipts(NodeName self) {
        this.self = self;
    }

    /**
     * A signed receipt.
     *
     * @param signer with what it is signed
     * @param message what came, when it could be read
     * @param arrived the bytes that came
     * @param at when it was decided, to the millisecond
     * @param refusal why it is refused; empty when it is stored
     */
    SignedText sign(
            MessageSigner signer, Optional<Message> message, Arrived arrived, Instant at, Optional<Refusal> refusal) {
        Profile profile = signer.identity().profile();
        byte[] receipt = ReceiptFormat.write(new Receipt(
                message.map(Message::id),
                MessageDigests.of(profile, arrived.message()),
                MessageDigests.of(profile, arrived.signature()),
                self,
                at,
                refusal));
        return SignedTexts.of(receipt, signer.sign(receipt), signer.identity().certificate());
    }
}
