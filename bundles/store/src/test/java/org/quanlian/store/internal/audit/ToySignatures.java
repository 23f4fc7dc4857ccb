package org.quanlian.store.internal.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.SignatureCheck;

/** Signatures that nobody should trust but this room's tests; real ones are tested where the keys are. */
final class ToySignatures implements SignatureCheck {
    private static final String KEY = "toy";

    Anchor anchor(Head head, Instant at) {
        return new Anchor(head, at, KEY, sign(Anchor.signed(head, at, KEY)));
    }

    @Override
    public Verdict check(String key, byte[] bytes, String signature) {
        return key.equals(KEY) && sign(bytes).equals(signature) ? Verdict.GOOD : Verdict.BAD;
    }

    private static String sign(byte[] bytes) {
        return ChainHash.SM3.hex((KEY + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }
}
