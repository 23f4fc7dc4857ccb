package org.quanlian.exchange.replica;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quanlian.vouchers.exchange.ReplicaItem;

/**
 * The digests by which two nodes find where their items differ without sending them (摘要树): one for each item, one for
 * each of {@value ReplicaItem#BUCKETS} parts, over those of its items in the order of their names, and one for the whole.
 * An item lies in the part that the first byte of its name's digest says, so the parts are of about one size. All are
 * SHA-256, whatever signs the messages.
 *
 * @param parts the digest of each part that has items, in hexadecimal, by its number
 */
public record DigestTree(SortedMap<Integer, String> parts) {
    public DigestTree {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /** The part in which an item lies. */
    public static int bucketOf(String kind, String key) {
        return sha256(name(kind, key).getBytes(StandardCharsets.UTF_8))[0] & 0xff;
    }

    /**
     * The digest of what is told of an item.
     *
     * @param content canonical JSON
     */
    public static String digestOf(String kind, String key, String content) {
        return hex((name(kind, key) + "\n" + content).getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of a part. */
    public static String digestOf(List<ReplicaItem> items) {
        StringBuilder all = new StringBuilder();
        items.forEach(item -> all.append(name(item.kind(), item.key()))
                .append(' ')
                .append(item.digest())
                .append('\n'));
        return hex(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of the whole. */
    public String root() {
        StringBuilder all = new StringBuilder();
        parts.forEach((number, digest) ->
                all.append(number).append(' ').append(digest).append('\n'));
        return hex(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The parts that differ from another's, by their numbers. */
    public List<Integer> differences(DigestTree other) {
        TreeMap<Integer, String> differing = new TreeMap<>();
        collect(differing, parts, other.parts);
        collect(differing, other.parts, parts);
        return List.copyOf(differing.keySet());
    }

    private static void collect(Map<Integer, String> into, Map<Integer, String> one, Map<Integer, String> other) {
        one.forEach((number, digest) -> {
            if (!digest.equals(other.get(number))) {
                into.put(number, digest);
            }
        });
    }

    private static String name(String kind, String key) {
        return kind + "/" + key;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
