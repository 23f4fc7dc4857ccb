package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;

/**
 * One item of a replica (副本条目), for example an institution.
 *
 * @param kind what it is, for example {@code provider}
 * @param key by what its owner tells it from others of its kind
 * @param content what is told of it, as canonical JSON
 * @param digest SHA-256 of what is told, in hexadecimal; see the exchange's {@code DigestTree}
 * @param bucket the part of the replica in which it lies, from 0 to {@value #LAST_BUCKET}
 * @param origin name of what it comes from here, which is told to nobody; empty when it is another's
 * @param at when it was told last
 */
public record ReplicaItem(
        String kind, String key, String content, String digest, int bucket, String origin, Instant at) {
    /** In how many parts a replica is compared. */
    public static final int BUCKETS = 256;
    /** The last part. */
    public static final int LAST_BUCKET = BUCKETS - 1;
    /** The most characters of a kind. */
    public static final int MAX_KIND = 20;
    /** The most characters of a key. */
    public static final int MAX_KEY = 80;

    public ReplicaItem {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(at, "at");
        if (kind.isEmpty() || kind.length() > MAX_KIND || key.isEmpty() || key.length() > MAX_KEY) {
            throw new IllegalArgumentException("an item is named by a short kind and key");
        }
        if (bucket < 0 || bucket > LAST_BUCKET) {
            throw new IllegalArgumentException("there is no part " + bucket);
        }
    }

    /** By what it is told from others. */
    public Name name() {
        return new Name(kind, key);
    }

    /**
     * By what an item is told from others of its replica.
     *
     * @param kind what it is
     * @param key its key among those
     */
    public record Name(String kind, String key) {}
}
