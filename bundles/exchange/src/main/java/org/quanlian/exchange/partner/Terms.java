package org.quanlian.exchange.partner;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.exchange.message.DataClass;

/**
 * What people say of an agreement when they introduce a partner or change it (约定内容); what they leave out is filled in.
 *
 * @param receive the classes of data that are taken; else those of before, or all that one tells and the other takes
 * @param send the classes that are told; else likewise
 * @param from the first day; else that of before, or today
 * @param until the last day; else that of before, or a year from the first
 */
public record Terms(
        Optional<Set<DataClass>> receive,
        Optional<Set<DataClass>> send,
        Optional<LocalDate> from,
        Optional<LocalDate> until) {
    /** Nothing is said. */
    public static final Terms UNSAID =
            new Terms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Terms {
        receive = receive.map(Set::copyOf);
        send = send.map(Set::copyOf);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }
}
