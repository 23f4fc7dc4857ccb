package org.quanlian.policy.engine.internal;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Circumstances;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agreements that are registered; of several versions of one agreement the highest is in force. */
public final class AgreementTable {
    private static final Logger LOG = LoggerFactory.getLogger(AgreementTable.class);

    private final NavigableMap<Long, Agreement> registrations = new TreeMap<>();
    private volatile Circumstances circumstances = Circumstances.NONE;

    /** Adds a registration. */
    public synchronized void add(long id, Agreement agreement) {
        registrations.put(id, agreement);
        refresh();
        LOG.info(
                "agreement {} {} is in force",
                agreement.descriptor().id(),
                agreement.descriptor().version());
    }

    /** Takes a registration away; decisions that have begun finish with it. */
    public synchronized void remove(long id) {
        Agreement gone = registrations.remove(id);
        if (gone != null) {
            refresh();
            LOG.info(
                    "agreement {} {} is withdrawn",
                    gone.descriptor().id(),
                    gone.descriptor().version());
        }
    }

    /** What holds around a claim now. */
    public Circumstances circumstances() {
        return circumstances;
    }

    /** The agreements in force, by name. */
    public List<AgreementDescriptor> descriptors() {
        return circumstances.agreements().stream().map(Agreement::descriptor).toList();
    }

    private void refresh() {
        Map<String, Agreement> highest = new TreeMap<>();
        registrations
                .values()
                .forEach(agreement -> highest.merge(agreement.descriptor().id(), agreement, AgreementTable::higher));
        circumstances = new Circumstances(List.copyOf(highest.values()));
    }

    private static Agreement higher(Agreement one, Agreement other) {
        return one.descriptor().version().compareTo(other.descriptor().version()) >= 0 ? one : other;
    }
}
