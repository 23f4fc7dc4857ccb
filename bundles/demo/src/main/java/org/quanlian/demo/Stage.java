package org.quanlian.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.VoucherYear;

/**
 * Where the year is played: the use cases on a clock that is set, and the store that keeps what they do.
 *
 * @param store where all is kept
 * @param clock the clock of the use cases
 * @param year the use cases
 * @param progress who watches
 */
record Stage(Store store, StagedClock clock, VoucherYear year, Progress progress) {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(Stage.class);

    /** Does something in one transaction. */
    <T> T write(Function<? super Session, ? extends T> work) {
        return store.<T>write(work);
    }

    /** Does something in one transaction that begins at a time. */
    <T> T at(Instant time, Function<? super Session, ? extends T> work) {
        return this.<T>write(session -> {
            clock.set(time);
            return work.apply(session);
        });
    }

    /**
     * Does something for each of a list, so many in one transaction, and tells how far it is. What it makes comes in the order
     * of the list.
     */
    <I, O> List<O> each(String what, List<I> inputs, int batch, BiFunction<Session, I, O> work) {
        LocalizedText text = TEXTS.render("scene." + what, List.of());
        List<O> made = new ArrayList<>(inputs.size());
        for (int from = 0; from < inputs.size(); from += batch) {
            List<I> some = inputs.subList(from, Math.min(inputs.size(), from + batch));
            made.addAll(this.<List<O>>write(session -> {
                List<O> done = new ArrayList<>(some.size());
                some.forEach(input -> done.add(work.apply(session, input)));
                return done;
            }));
            progress.reached(text, made.size(), inputs.size());
        }
        return made;
    }
}
