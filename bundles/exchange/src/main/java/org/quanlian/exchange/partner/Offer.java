package org.quanlian.exchange.partner;

import java.util.Objects;
import java.util.Set;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.policy.api.LocalizedText;

/**
 * What this node says of itself, beside its keys (本节点说明).
 *
 * @param name what people call it
 * @param endpoint where it takes messages
 * @param tells the classes of data that it would tell
 * @param takes the classes of data that it would take
 */
public record Offer(LocalizedText name, Endpoint endpoint, Set<DataClass> tells, Set<DataClass> takes) {
    public Offer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(endpoint, "endpoint");
        tells = Set.copyOf(tells);
        takes = Set.copyOf(takes);
    }
}
