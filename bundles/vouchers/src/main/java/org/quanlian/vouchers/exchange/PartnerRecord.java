package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.LocalizedText;

/**
 * A province with which messages are exchanged (互通伙伴), as it is kept.
 *
 * @param province its province, which names its node
 * @param name what people call it
 * @param endpoint where its node takes messages, an absolute {@code https} address
 * @param agreementKey its public key for agreeing on a common secret, as X.509 writes it (SubjectPublicKeyInfo, base 64)
 * @param validity the days on which the agreement with it holds, in Asia/Shanghai, both included
 * @param receive codes of the classes of data that are taken from it
 * @param send codes of the classes of data that are told to it
 * @param state whether it is one still
 * @param addedAt when it was introduced
 * @param version counts its changes
 */
public record PartnerRecord(
        Area province,
        LocalizedText name,
        String endpoint,
        String agreementKey,
        DateRange validity,
        SortedSet<String> receive,
        SortedSet<String> send,
        State state,
        Instant addedAt,
        long version) {
    /** Whether messages are exchanged with it. */
    public enum State {
        /** They are, as long as its agreement holds. */
        ACTIVE,
        /** No more; what was exchanged is kept. */
        REMOVED
    }

    public PartnerRecord {
        Objects.requireNonNull(province, "province");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(agreementKey, "agreementKey");
        Objects.requireNonNull(validity, "validity");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(addedAt, "addedAt");
        receive = Collections.unmodifiableSortedSet(new TreeSet<>(receive));
        send = Collections.unmodifiableSortedSet(new TreeSet<>(send));
    }

    /** Whether it is a partner still. */
    public boolean active() {
        return state == State.ACTIVE;
    }

    /** The same, once more changed, no partner any more. */
    public PartnerRecord removed() {
        return new PartnerRecord(
                province, name, endpoint, agreementKey, validity, receive, send, State.REMOVED, addedAt, version + 1);
    }
}
