package org.quanlian.vouchers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanlian.model.InvalidValueException;

/**
 * A page of a list (分页).
 *
 * @param items the items, in the list's order
 * @param next the key after which the next page starts, empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
    /** The most items that a page may have. */
    public static final int MAX = 100;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page of a list from which one item more than fits was read.
     *
     * @param read the items read
     * @param request how many fit
     * @param key the key of an item
     */
    public static <T> Page<T> of(List<T> read, Request request, Function<? super T, String> key) {
        if (read.size() <= request.limit()) {
            return new Page<>(read, Optional.empty());
        }
        List<T> items = read.subList(0, request.limit());
        return new Page<>(items, Optional.of(key.apply(items.get(items.size() - 1))));
    }

    /** The same page with its items changed. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next);
    }

    /**
     * Which page is asked for.
     *
     * @param after the key after which it starts, empty for the first page
     * @param limit how many items it has at most, between 1 and {@link #MAX}
     */
    public record Request(Optional<String> after, int limit) {
        public Request {
            if (limit < 1 || limit > MAX) {
                throw new IllegalArgumentException("a page has 1 to " + MAX + " items, not " + limit);
            }
        }

        /** The first page, as long as can be. */
        public static Request first() {
            return new Request(Optional.empty(), MAX);
        }

        /**
         * The number after which the page starts, of a list that is keyed by numbers.
         *
         * @param before what comes before every number of the list
         * @throws InvalidValueException {@code page.cursor} when the key is none
         */
        public int afterNumber(int before) {
            try {
                return after.map(Integer::parseInt).orElse(before);
            } catch (NumberFormatException e) {
                throw new InvalidValueException("page.cursor", "that is no cursor of this list");
            }
        }

        /**
         * The name after which the page starts, of a list that is keyed by names.
         *
         * @param before what comes before every name of the list, in its order
         * @throws InvalidValueException {@code id.format} when the key is none
         */
        public String afterName(String before) {
            return after.map(key -> new Id<Object>(key).value()).orElse(before);
        }

        /** How many items to read so as to know whether another page follows. */
        public int toRead() {
            return limit + 1;
        }
    }
}
