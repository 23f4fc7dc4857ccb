package org.quanlian.vouchers.accounts;

import java.time.Instant;
import java.util.Optional;

/** The public keys of all nodes of this store, by which each knows the access tokens of the others. */
public interface TokenKeys {
    /** A key, if there is one of that name. */
    Optional<TokenKey> find(String id);

    /** Keeps a new key. */
    void add(TokenKey key);

    /** Forgets the keys that signed nothing since an instant; tells how many. */
    int forgetBefore(Instant instant);

    /**
     * A public key.
     *
     * @param id its name
     * @param publicKey the key, X.509 in base 64
     * @param createdAt when its node made it
     * @param signsUntil when its node signs with it no more
     */
    record TokenKey(String id, String publicKey, Instant createdAt, Instant signsUntil) {}
}
