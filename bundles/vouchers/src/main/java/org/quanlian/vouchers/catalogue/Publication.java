package org.quanlian.vouchers.catalogue;

import java.util.List;
import java.util.Optional;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Keeps the index in step: what an approved provider offers is in it, and nothing else; and notes that partner provinces
 * may have to be told.
 */
public final class Publication {
    private Publication() {}

    /** Brings the index up to date after a provider changed, in the transaction in which it did. */
    public static void of(Session session, Organisation provider) {
        session.exchange().notes().note(ChangeNotes.Kind.PROVIDER, provider.id());
        Catalogue catalogue = session.registry().catalogue();
        catalogue.unpublishAll(provider.id());
        if (provider.state() == Organisation.State.APPROVED) {
            catalogue.publish(
                    new Catalogue.Entry(provider, Optional.empty()), CatalogueTerms.of(List.of(provider.name())));
            catalogue.offered(provider.id()).forEach(item -> publish(catalogue, provider, item));
        }
    }

    /** Brings the index up to date after a service changed, in the transaction in which it did. */
    static void of(Session session, Organisation provider, ServiceItem item) {
        session.exchange().notes().note(ChangeNotes.Kind.PROVIDER, provider.id());
        Catalogue catalogue = session.registry().catalogue();
        catalogue.unpublish(item.id());
        if (provider.state() == Organisation.State.APPROVED && item.state() == ServiceItem.State.OFFERED) {
            publish(catalogue, provider, item);
        }
    }

    private static void publish(Catalogue catalogue, Organisation provider, ServiceItem item) {
        catalogue.publish(
                new Catalogue.Entry(provider, Optional.of(item)),
                CatalogueTerms.of(List.of(item.offer().name(), item.offer().description(), provider.name())));
    }
}
