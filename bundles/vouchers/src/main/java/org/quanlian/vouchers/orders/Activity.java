package org.quanlian.vouchers.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.vouchers.Id;

/**
 * Something that is supported once (科技创新活动的唯一性, 五（三）): an invoice, a contract with a provider, or a voucher.
 *
 * @param kind what it is
 * @param key what makes it the same, however it is written
 * @param written how this claim writes it, for people
 * @param order the order of which it is part
 */
public record Activity(Kind kind, String key, String written, Id<Order> order) implements Comparable<Activity> {
    /** The most characters that a key has. */
    public static final int MAX_KEY = 100;

    /** What an activity is told by. */
    public enum Kind {
        /** An invoice, red letters included. */
        INVOICE,
        /** A contract with a provider. */
        CONTRACT,
        /** The voucher itself. */
        VOUCHER
    }

    public Activity {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(order, "order");
        if (key.length() > MAX_KEY) {
            throw new IllegalArgumentException("a key of an activity is short");
        }
    }

    /**
     * All by which a voucher is supported once, in the order of their keys.
     *
     * @param voucher the voucher
     * @param provider what tells its provider from others: its unified social credit code, under which it may have several
     *     registrations, or its name here when it has none
     */
    public static Set<Activity> of(BoundVoucher voucher, String provider) {
        Id<Order> order = voucher.order().id();
        Set<Activity> activities = new TreeSet<>();
        activities.add(new Activity(Kind.VOUCHER, order.value(), order.value(), order));
        for (Invoice invoice : voucher.invoices()) {
            activities.add(new Activity(
                    Kind.INVOICE, key(invoice.number()), invoice.number().toString(), order));
        }
        voucher.contract()
                .number()
                .ifPresent(number ->
                        activities.add(new Activity(Kind.CONTRACT, contractKey(provider, number), number, order)));
        return activities;
    }

    @Override
    public int compareTo(Activity other) {
        int byKind = kind.compareTo(other.kind);
        return byKind == 0 ? key.compareTo(other.key) : byKind;
    }

    /** Code and number without a separator: so it is the same invoice when somebody writes both as one number. */
    private static String key(InvoiceNumber number) {
        return number instanceof InvoiceNumber.Coded coded ? coded.code() + coded.number() : number.toString();
    }

    private static String contractKey(String provider, String number) {
        String plain = Writing.plain(number);
        // A number of brackets and dashes alone is told by itself, or all such were the same.
        String key = provider + "/" + (plain.isEmpty() ? number : plain);
        return key.length() <= MAX_KEY ? key : provider + "#" + digest(key);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
