package org.quanlian.documents.internal.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of what stands on a paper, value by value, each behind what it is and its length: so no two papers that read
 * differently have the same. How the paper looks does not matter, nor as what it is printed.
 */
public final class ContentDigest {
    private final MessageDigest digest;

    private ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest as 64 hexadecimal digits. */
    public static String of(Content content) {
        ContentDigest it = new ContentDigest();
        it.add("title", content.title());
        it.add("subtitle", content.subtitle());
        it.add("reference", content.reference());
        it.add("at", content.at().toString());
        content.blocks().forEach(it::add);
        return HexFormat.of().formatHex(it.digest.digest());
    }

    private void add(Block block) {
        if (block instanceof Block.Heading heading) {
            add("heading", heading.text());
        } else if (block instanceof Block.Note note) {
            add("note", note.text());
        } else if (block instanceof Block.Fields fields) {
            count("fields", fields.fields().size());
            for (Block.Field field : fields.fields()) {
                add("label", field.label());
                add(field.value());
            }
        } else if (block instanceof Block.Signatures signatures) {
            count("signatures", signatures.places().size());
            for (Block.Place place : signatures.places()) {
                add("place", place.heading());
                count("lines", place.lines().size());
                place.lines().forEach(line -> add("line", line));
            }
        } else if (block instanceof Block.Table table) {
            count("columns", table.columns().size());
            table.columns().forEach(column -> add("column", column.label()));
            count("rows", table.rows().size());
            table.rows().forEach(row -> row.forEach(this::add));
            count("total", table.total().size());
            table.total().forEach(this::add);
        }
    }

    private void add(Cell cell) {
        if (cell instanceof Cell.Text text) {
            add("text", text.text());
        } else if (cell instanceof Cell.Amount amount) {
            add("fen", Long.toString(amount.money().fen()));
        } else if (cell instanceof Cell.Count count) {
            add("number", Long.toString(count.number()));
        } else if (cell instanceof Cell.Day day) {
            add("day", day.date().toString());
        }
    }

    private void count(String what, int number) {
        add(what, Integer.toString(number));
    }

    private void add(String what, String value) {
        byte[] name = what.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(8).putInt(name.length).putInt(bytes.length).array());
        digest.update(name);
        digest.update(bytes);
    }
}
