package org.quanlian.exchange.replica;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.StrictObject;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.exchange.ReplicaItem;

/**
 * What the messages about a replica say. All that an owner tells a partner about one class has one subject, so it is taken
 * in the order in which it was told, and a comparison is about the state that both have come to.
 */
public final class ReplicaMessages {
    /** Items that changed. */
    public static final String CHANGED = "changed";
    /** A page of all items. */
    public static final String PAGE = "page";
    /** The digests of all parts. */
    public static final String TREE = "tree";
    /** The names and digests of the items of a part. */
    public static final String INDEX = "index";
    /** What the receiver wants to be told again. */
    public static final String ASK = "ask";

    /** The most items of a message. */
    public static final int MAX_ITEMS = 100;
    /** The most names of an index, or of a question. */
    public static final int MAX_NAMES = 4_000;

    private static final String CODE = "replica.member";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PART = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern KIND = Pattern.compile("[a-z]{1,20}");
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z:-]{1,80}");

    private ReplicaMessages() {}

    /** The subject of what an owner tells about a class. */
    public static String subject(DataClass dataClass) {
        return "replica/" + dataClass.code();
    }

    /** The subject of what a receiver asks about a class. */
    public static String questions(DataClass dataClass) {
        return "replica/" + dataClass.code() + "/ask";
    }

    /** The type of a message about a replica. */
    public static MessageType type(DataClass dataClass, String kind) {
        return new MessageType(dataClass, kind, 1);
    }

    /**
     * Items that changed.
     *
     * @param items those that are new, or say something else
     * @param gone the names of those that are not there any more
     */
    public record Changed(List<ReplicaItem> items, List<ReplicaItem.Name> gone) {
        public Changed {
            items = List.copyOf(items);
            gone = List.copyOf(gone);
        }

        ObjectNode json() {
            ObjectNode data = JsonNodeFactory.instance.objectNode();
            data.set("items", ReplicaMessages.items(items));
            data.set("gone", names(gone));
            return data;
        }

        static Changed read(JsonNode data, Instant at) {
            StrictObject changed = StrictObject.of(data, CODE, Set.of("items", "gone"), Set.of());
            return new Changed(
                    changed.list("items", MAX_ITEMS, item -> item(item, at)),
                    changed.list("gone", MAX_NAMES, ReplicaMessages::name));
        }
    }

    /**
     * A page of all items.
     *
     * @param run number of the telling
     * @param last whether no page follows
     * @param items those that are there
     */
    public record Page(long run, boolean last, List<ReplicaItem> items) {
        public Page {
            items = List.copyOf(items);
        }

        ObjectNode json() {
            ObjectNode data =
                    JsonNodeFactory.instance.objectNode().put("run", run).put("last", last);
            data.set("items", ReplicaMessages.items(items));
            return data;
        }

        static Page read(JsonNode data, Instant at) {
            StrictObject page = StrictObject.of(data, CODE, Set.of("run", "last", "items"), Set.of());
            return new Page(
                    page.integer("run", 1, CanonicalJson.MAX_INTEGER),
                    page.bool("last"),
                    page.list("items", MAX_ITEMS, item -> item(item, at)));
        }
    }

    /** The digests of all parts. */
    public static ObjectNode tree(DigestTree tree) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("root", tree.root());
        ObjectNode parts = data.putObject("parts");
        tree.parts().forEach((number, digest) -> parts.put(HexFormat.of().toHexDigits(number.byteValue()), digest));
        return data;
    }

    /** The digests of all parts. */
    public static DigestTree readTree(JsonNode data) {
        StrictObject read = StrictObject.of(data, CODE, Set.of("root", "parts"), Set.of());
        ObjectNode parts = read.object("parts");
        read.require("parts", parts.size() <= ReplicaItem.BUCKETS);
        TreeMap<Integer, String> digests = new TreeMap<>();
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            read.require(
                    "parts",
                    PART.matcher(part.getKey()).matches() && part.getValue().isTextual());
            String digest = part.getValue().textValue();
            read.require("parts", DIGEST.matcher(digest).matches());
            digests.put(HexFormat.fromHexDigits(part.getKey()), digest);
        }
        DigestTree tree = new DigestTree(digests);
        read.require("root", tree.root().equals(read.text("root")));
        return tree;
    }

    /**
     * Names and digests of the items of a part.
     *
     * @param bucket the part
     * @param digests the digest of each item, by its name
     */
    public record Index(int bucket, Map<ReplicaItem.Name, String> digests) {
        public Index {
            digests = Map.copyOf(digests);
        }

        static ObjectNode json(int bucket, List<ReplicaItem> items) {
            ObjectNode data = JsonNodeFactory.instance.objectNode().put("bucket", bucket);
            ArrayNode entries = data.putArray("items");
            items.forEach(item -> entries.add(written(item.name()).put("digest", item.digest())));
            return data;
        }

        static Index read(JsonNode data) {
            StrictObject index = StrictObject.of(data, CODE, Set.of("bucket", "items"), Set.of());
            Map<ReplicaItem.Name, String> digests = new HashMap<>();
            index.list("items", MAX_NAMES, entry -> {
                StrictObject item = StrictObject.of(entry, CODE, Set.of("kind", "key", "digest"), Set.of());
                return digests.put(named(item), item.text("digest", digest -> matching(DIGEST, digest)));
            });
            return new Index((int) index.integer("bucket", 0, ReplicaItem.LAST_BUCKET), digests);
        }
    }

    /**
     * What the receiver wants to be told again.
     *
     * @param all everything, page by page
     * @param parts the indexes of these parts
     * @param items these items
     */
    public record Question(boolean all, List<Integer> parts, List<ReplicaItem.Name> items) {
        public Question {
            parts = List.copyOf(parts);
            items = List.copyOf(items);
        }

        ObjectNode json() {
            ObjectNode data = JsonNodeFactory.instance.objectNode().put("all", all);
            ArrayNode numbers = data.putArray("parts");
            parts.forEach(part -> numbers.add(part.intValue()));
            data.set("items", names(items));
            return data;
        }

        static Question read(JsonNode data) {
            StrictObject question = StrictObject.of(data, CODE, Set.of("all", "parts", "items"), Set.of());
            return new Question(
                    question.bool("all"),
                    question.list("parts", ReplicaItem.BUCKETS, part -> {
                        question.require(
                                "parts",
                                part.isInt() && part.intValue() >= 0 && part.intValue() <= ReplicaItem.LAST_BUCKET);
                        return part.intValue();
                    }),
                    question.list("items", MAX_NAMES, ReplicaMessages::name));
        }
    }

    private static ArrayNode items(List<ReplicaItem> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(written(item.name()).set("content", ReplicaItems.content(item))));
        return array;
    }

    private static ArrayNode names(List<ReplicaItem.Name> names) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        names.forEach(name -> array.add(written(name)));
        return array;
    }

    private static ObjectNode written(ReplicaItem.Name name) {
        return JsonNodeFactory.instance.objectNode().put("kind", name.kind()).put("key", name.key());
    }

    private static ReplicaItem item(JsonNode json, Instant at) {
        StrictObject item = StrictObject.of(json, CODE, Set.of("kind", "key", "content"), Set.of());
        ReplicaItem.Name name = named(item);
        ReplicaItem read = ReplicaItems.of(name.kind(), name.key(), item.object("content"), "", at);
        item.require("content", read.content().length() <= ReplicaItems.MAX_CONTENT);
        return read;
    }

    private static ReplicaItem.Name name(JsonNode json) {
        return named(StrictObject.of(json, CODE, Set.of("kind", "key"), Set.of()));
    }

    private static ReplicaItem.Name named(StrictObject item) {
        return new ReplicaItem.Name(
                item.text("kind", kind -> matching(KIND, kind)), item.text("key", key -> matching(KEY, key)));
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new InvalidValueException("replica.form", "the form is " + form);
        }
        return text;
    }
}
