package org.quanlian.vouchers;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.claims.ClaimDocuments;
import org.quanlian.vouchers.documents.Documents;
import org.quanlian.vouchers.documents.ReviewingCity;
import org.quanlian.vouchers.ledger.Ledger;
import org.quanlian.vouchers.orders.Binding;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.orders.GrantedThisYear;
import org.quanlian.vouchers.orders.Hosts;
import org.quanlian.vouchers.orders.OrderDocuments;
import org.quanlian.vouchers.orders.Ordering;
import org.quanlian.vouchers.orders.PreAssessments;
import org.quanlian.vouchers.orders.SupportedOnce;
import org.quanlian.vouchers.registry.KnownFacts;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.RegistrySettings;

/**
 * The use cases of orders and documents, put together.
 *
 * @param ordering orders services
 * @param binding binds vouchers
 * @param preAssessments assess beforehand
 * @param vouchers the bound vouchers that claims are made of
 * @param documents uploads and shows documents
 */
public record OrderDesk(
        Ordering ordering,
        Binding binding,
        PreAssessments preAssessments,
        BoundVouchers vouchers,
        Documents documents) {
    /** The province whose policy is asked beforehand. */
    private static final Area PROVINCE = new Area("140000");

    private static final Hosts HOSTS =
            (session, id) -> session.registry().registration(id).flatMap(Registration::host);
    private static final ReviewingCity CITIES =
            (session, id) -> session.registry().find(id).flatMap(Organisation::reviewBody);

    /** The use cases on a platform. */
    OrderDesk(Platform platform) {
        this(platform, new Ordering(platform.clock(), platform.ids(), HOSTS, CITIES, OrderDesk::offers));
    }

    private OrderDesk(Platform platform, Ordering ordering) {
        this(
                ordering,
                new Binding(platform.clock()),
                new PreAssessments(
                        platform.clock(),
                        PROVINCE,
                        () -> platform.policies().versions().stream()
                                .filter(PolicyVersion::current)
                                .map(PolicyVersion::descriptor)
                                .toList(),
                        platform.assessments(),
                        new KnownFacts(RegistrySettings.DEFAULT),
                        granted(),
                        HOSTS,
                        ordering),
                new SupportedOnce(),
                new Documents(
                        platform.clock(),
                        platform.ids(),
                        platform.contents(),
                        CITIES,
                        List.of(new OrderDocuments(), new ClaimDocuments())));
    }

    /** What the ledger says, which enforces the cap. */
    private static GrantedThisYear granted() {
        return (session, applicant, year) -> session.registry()
                .find(applicant)
                .map(found -> Fact.of(Ledger.granted(session, found, year)))
                .orElse(Fact.missing());
    }

    private static boolean offers(Session session, Id<Organisation> provider, String item) {
        return named(item)
                .flatMap(id -> session.registry().catalogue().find(id))
                .filter(found -> found.provider().equals(provider) && found.state() == ServiceItem.State.OFFERED)
                .isPresent();
    }

    private static Optional<Id<ServiceItem>> named(String item) {
        try {
            return Optional.of(new Id<>(item));
        } catch (InvalidValueException e) {
            // No service has such a name.
            return Optional.empty();
        }
    }
}
