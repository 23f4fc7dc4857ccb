package org.quanlian.exchange.partner;

import java.util.Objects;
import java.util.Set;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.model.DateRange;

/**
 * What was agreed with a partner (互通约定).
 *
 * @param validity the days on which it holds, in Asia/Shanghai, both included
 * @param receive the classes of data that are taken from the partner
 * @param send the classes of data that are told to it
 */
public record Agreement(DateRange validity, Set<DataClass> receive, Set<DataClass> send) {
    public Agreement {
        Objects.requireNonNull(validity, "validity");
        receive = Set.copyOf(receive);
        send = Set.copyOf(send);
    }
}
