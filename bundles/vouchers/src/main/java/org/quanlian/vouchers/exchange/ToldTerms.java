package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;

/**
 * What a partner says was agreed with it (对方登记的协议条款), so that both can see where their records differ.
 *
 * @param partner who says it
 * @param validity the days on which the agreement holds, in Asia/Shanghai, both included
 * @param receive codes of the classes of data that the partner takes from this node
 * @param send codes of the classes of data that it tells this node
 * @param toldAt when it said so
 */
public record ToldTerms(
        Area partner, DateRange validity, SortedSet<String> receive, SortedSet<String> send, Instant toldAt) {
    public ToldTerms {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(validity, "validity");
        receive = Collections.unmodifiableSortedSet(new TreeSet<>(receive));
        send = Collections.unmodifiableSortedSet(new TreeSet<>(send));
        Objects.requireNonNull(toldAt, "toldAt");
    }

    /** Whether both have written down the same. */
    public boolean matches(PartnerRecord ours) {
        return validity.equals(ours.validity()) && receive.equals(ours.send()) && send.equals(ours.receive());
    }
}
