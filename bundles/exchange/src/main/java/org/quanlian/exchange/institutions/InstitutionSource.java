package org.quanlian.exchange.institutions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.ItemSource;
import org.quanlian.exchange.replica.ReplicaItems;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Registration;

/** Tells the providers that the sharing centre approved, and what they offer. Nobody's personal data is in it. */
public final class InstitutionSource implements ItemSource {
    /** Kind of the items that are providers; their key is the unified social credit code. */
    public static final String PROVIDER = "provider";
    /** Kind of the items that are services; their key is the service's name here. */
    public static final String SERVICE = "service";

    @Override
    public DataClass dataClass() {
        return DataClass.INSTITUTIONS;
    }

    @Override
    public ChangeNotes.Kind notes() {
        return ChangeNotes.Kind.PROVIDER;
    }

    @Override
    public boolean perPartner() {
        return false;
    }

    @Override
    public List<ReplicaItem> items(Session session, Id<?> subject, Optional<NodeName> partner, Instant at) {
        Optional<Registration> found = session.registry().lock(new Id<>(subject.value()));
        if (found.isEmpty() || !(found.get().profile() instanceof ProviderProfile profile)) {
            return List.of();
        }
        Organisation provider = found.get().organisation();
        if (provider.state() != Organisation.State.APPROVED) {
            return List.of();
        }
        String uscc = provider.uscc().orElseThrow().value();
        List<ReplicaItem> items = new ArrayList<>();
        items.add(ReplicaItems.of(PROVIDER, uscc, content(provider, profile), subject.value(), at));
        for (ServiceItem item : session.registry().catalogue().offered(provider.id())) {
            items.add(ReplicaItems.of(SERVICE, item.id().value(), content(uscc, item.offer()), subject.value(), at));
        }
        return items;
    }

    private static ObjectNode content(Organisation provider, ProviderProfile profile) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("name", provider.name())
                .put("area", provider.area().code())
                .put("kind", profile.type().name())
                .put("onSharingPlatform", profile.sharingConfirmed());
        profile.level().ifPresent(level -> content.put("level", level.name()));
        return content;
    }

    private static ObjectNode content(String uscc, ServiceItem.Offer offer) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("provider", uscc)
                .put("category", offer.category().name())
                .put("name", offer.name())
                .put("description", offer.description())
                .put("area", offer.area().code());
        offer.price().map(Money::toString).ifPresent(price -> content.put("price", price));
        offer.unit().ifPresent(unit -> content.put("unit", unit));
        return content;
    }
}
