package org.quanlian.audit;

import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.quanlian.keys.VerificationKey;
import org.quanlian.vouchers.audit.SignatureCheck;

/** Looks at signatures by public keys. A key is named by a digest of itself, so no other can take its name. */
public final class PublicKeys implements SignatureCheck {
    private final Map<String, VerificationKey> keys = new HashMap<>();

    /** No keys yet. */
    public PublicKeys() {}

    /** Keys. */
    public PublicKeys(Collection<VerificationKey> keys) {
        keys.forEach(this::add);
    }

    /** Takes a key. */
    void add(VerificationKey key) {
        keys.put(key.id(), key);
    }

    @Override
    public Verdict check(String key, byte[] bytes, String signature) {
        VerificationKey known = keys.get(key);
        if (known == null) {
            return Verdict.UNKNOWN_KEY;
        }
        try {
            return known.verify(bytes, Base64.getDecoder().decode(signature)) ? Verdict.GOOD : Verdict.BAD;
        } catch (IllegalArgumentException e) {
            // Neither a public key nor a signature of any kind.
            return Verdict.BAD;
        }
    }
}
