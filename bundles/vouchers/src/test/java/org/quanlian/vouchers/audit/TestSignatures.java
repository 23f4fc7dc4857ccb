package org.quanlian.vouchers.audit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/** Signatures by an Ed25519 key of this test alone. */
public final class TestSignatures implements Signatures {
    private static final String KEY = "test-key";

    private final KeyPair pair;

    public TestSignatures() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<String> signingKey() {
        return Optional.of(KEY);
    }

    @Override
    public String sign(String key, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Verdict check(String key, byte[] bytes, String signature) {
        if (!key.equals(KEY)) {
            return Verdict.UNKNOWN_KEY;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(pair.getPublic());
            verifier.update(bytes);
            return verifier.verify(Base64.getDecoder().decode(signature)) ? Verdict.GOOD : Verdict.BAD;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Verdict.BAD;
        }
    }

    /** An anchor of a head. */
    public Anchor anchor(Head head, java.time.Instant at) {
        return new Anchor(head, at, KEY, sign(KEY, Anchor.signed(head, at, KEY)));
    }
}
