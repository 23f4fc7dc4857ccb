package org.quanlian.vouchers.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The node's signature under the chain as far as it then went (锚点). Kept elsewhere too, it shows that the chain was cut or
 * written anew.
 *
 * @param head the end of the chain that was signed
 * @param at when
 * @param key name of the key that signed
 * @param signature the signature over {@link #signed}, in base 64
 */
public record Anchor(Head head, Instant at, String key, String signature) {
    public Anchor {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(signature, "signature");
    }

    /** The bytes that are signed: canonical JSON of what is anchored, when and with which key. */
    public static byte[] signed(Head head, Instant at, String key) {
        return CanonicalJson.bytes(members(head, at, key));
    }

    /** The anchor as one line of an export or of the anchor file, without its line end. */
    public String line() {
        SortedMap<String, Object> members = members(head, at, key);
        members.put("signature", signature);
        return CanonicalJson.text(members);
    }

    private static SortedMap<String, Object> members(Head head, Instant at, String key) {
        SortedMap<String, Object> members = new TreeMap<>();
        members.put("anchor", head.seq());
        members.put("digest", head.digest());
        members.put("at", at.toString());
        members.put("key", key);
        return members;
    }
}
