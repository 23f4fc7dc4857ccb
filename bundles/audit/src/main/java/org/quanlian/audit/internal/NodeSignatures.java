package org.quanlian.audit.internal;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.quanlian.audit.PublicKeys;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Purpose;
import org.quanlian.keys.SigningKey;
import org.quanlian.keys.VerificationKey;
import org.quanlian.vouchers.audit.Signatures;

/** Signs with the node's keys for anchors. Keys that were rotated away still check what they signed. */
public final class NodeSignatures implements Signatures {
    private final NodeKeys keys;

    /** @param keys the keys of the node */
    public NodeSignatures(NodeKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<String> signingKey() {
        return Optional.of(keys.signing(Purpose.AUDIT_ANCHORS).current().id());
    }

    @Override
    public String sign(String key, byte[] bytes) {
        SigningKey signing = keys.signing(Purpose.AUDIT_ANCHORS)
                .named(key)
                .orElseThrow(() -> new IllegalStateException("the key " + key + " is gone"));
        return Base64.getEncoder().encodeToString(signing.sign(bytes).signature());
    }

    @Override
    public Verdict check(String key, byte[] bytes, String signature) {
        return new PublicKeys(publicKeys()).check(key, bytes, signature);
    }

    /** All public keys for anchors. */
    List<VerificationKey> publicKeys() {
        return keys.signing(Purpose.AUDIT_ANCHORS).all().stream()
                .map(SigningKey::verification)
                .toList();
    }

    /** A check that reads the keys once, for many signatures. */
    public PublicKeys asOfNow() {
        return new PublicKeys(publicKeys());
    }
}
