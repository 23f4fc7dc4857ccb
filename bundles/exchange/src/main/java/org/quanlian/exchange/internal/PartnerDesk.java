package org.quanlian.exchange.internal;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.partner.Introductions;
import org.quanlian.exchange.partner.OwnDescriptor;
import org.quanlian.exchange.partner.PartnerOverview;
import org.quanlian.exchange.partner.PartnerUpkeep;
import org.quanlian.vouchers.Store;

/** What the commands of the console work with. */
public interface PartnerDesk {
    /**
     * What there is of the exchange when it is configured.
     *
     * @param credentials by what this node is known
     * @param descriptor makes the file that introduces it
     * @param introductions how others become partners
     * @param upkeep what is done to partners
     * @param overview how all stand
     */
    record Exchange(
            NodeCredentials credentials,
            OwnDescriptor descriptor,
            Introductions introductions,
            PartnerUpkeep upkeep,
            PartnerOverview overview) {
        public Exchange {
            Objects.requireNonNull(credentials, "credentials");
            Objects.requireNonNull(descriptor, "descriptor");
            Objects.requireNonNull(introductions, "introductions");
            Objects.requireNonNull(upkeep, "upkeep");
            Objects.requireNonNull(overview, "overview");
        }
    }

    /** The exchange; empty while no province is configured. */
    Optional<Exchange> exchange();

    /** Where partners are kept. */
    Store store();
}
