package org.quanlian.keys;

import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import org.quanlian.keys.crypto.Aead;
import org.quanlian.keys.crypto.Algorithm;

/** A key by which the keys of files and texts are wrapped. */
public final class SealingKey implements NodeKey {
    /** How many bytes {@link #name} has. */
    public static final int NAME_BYTES = KeyNames.BYTES;

    private final Algorithm algorithm;
    private final Instant created;
    private final SecretKey key;
    private final byte[] name;

    SealingKey(Algorithm algorithm, Instant created, byte[] secret) {
        this.algorithm = algorithm;
        this.created = created;
        this.key = Aead.of(algorithm).key(secret);
        this.name = KeyNames.of("quanlian master key id", secret);
    }

    @Override
    public String id() {
        return HexFormat.of().formatHex(name);
    }

    /** Its name as it stands in what is sealed: the bytes of {@link #id}. */
    public byte[] name() {
        return name.clone();
    }

    @Override
    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    public Instant created() {
        return created;
    }

    /** The cipher that takes it. */
    public Aead cipher() {
        return Aead.of(algorithm);
    }

    /** The key itself. */
    public SecretKey key() {
        return key;
    }

    /** Says its name only: a key must not get into logs. */
    @Override
    public String toString() {
        return "SealingKey[" + id() + "]";
    }
}
