package org.quanlian.exchange.replica;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.CanonicalReader;
import org.quanlian.vouchers.exchange.ReplicaItem;

/** Makes items from what is told of them, and reads it from them. */
public final class ReplicaItems {
    /** The most bytes of an item's content, so that a message full of items keeps within its own bound. */
    public static final int MAX_CONTENT = 8_000;

    private static final CanonicalReader CONTENTS = new CanonicalReader(MAX_CONTENT, MAX_CONTENT);

    private ReplicaItems() {}

    /**
     * An item.
     *
     * @param origin what it comes from here; empty when it is another's
     * @param at when it is told
     */
    public static ReplicaItem of(String kind, String key, ObjectNode content, String origin, Instant at) {
        String written = new String(CanonicalJson.write(content), StandardCharsets.UTF_8);
        return new ReplicaItem(
                kind,
                key,
                written,
                DigestTree.digestOf(kind, key, written),
                DigestTree.bucketOf(kind, key),
                origin,
                at);
    }

    /**
     * What is told of an item.
     *
     * @throws org.quanlian.exchange.RefusedMessageException {@code json.…} when it is too big
     */
    public static ObjectNode content(ReplicaItem item) {
        return CONTENTS.read(item.content().getBytes(StandardCharsets.UTF_8));
    }
}
