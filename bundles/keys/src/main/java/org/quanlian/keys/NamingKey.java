package org.quanlian.keys;

import java.time.Instant;
import java.util.HexFormat;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.KeyedDigest;

/** A key by which something is known again that is not kept. */
public final class NamingKey implements NodeKey {
    private final Algorithm algorithm;
    private final Instant created;
    private final KeyedDigest digest;
    private final String id;
    private final byte[] secret;

    NamingKey(Algorithm algorithm, Instant created, byte[] secret) {
        this.algorithm = algorithm;
        this.created = created;
        this.secret = secret.clone();
        this.digest = new KeyedDigest(algorithm, secret);
        this.id = HexFormat.of().formatHex(KeyNames.of("quanlian naming key id", secret));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    public Instant created() {
        return created;
    }

    /** The name of a message, 32 bytes. */
    public byte[] name(byte[] message) {
        return digest.of(message);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** Says its name only: a key must not get into logs. */
    @Override
    public String toString() {
        return "NamingKey[" + id + "]";
    }
}
