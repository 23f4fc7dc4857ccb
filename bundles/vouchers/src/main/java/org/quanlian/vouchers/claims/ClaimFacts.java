package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Fact;
import org.quanlian.model.Service;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.PartnerCatalogue;
import org.quanlian.vouchers.orders.BoundVoucher;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.RegisteredFacts;
import org.quanlian.vouchers.registry.RegisteredFacts.ProviderStanding;

/** Puts the facts of a claim together, from what is registered, bound, and kept. */
public final class ClaimFacts {
    private final RegisteredFacts registered;
    private final BoundVouchers vouchers;
    private final GrantsBefore grants;

    /**
     * @param registered what is known of applicants and providers
     * @param vouchers the bound vouchers
     * @param grants what applicants were granted before
     */
    public ClaimFacts(RegisteredFacts registered, BoundVouchers vouchers, GrantsBefore grants) {
        this.registered = registered;
        this.vouchers = vouchers;
        this.grants = grants;
    }

    /**
     * The bound vouchers of a claim, in its order.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code claim.empty}, {@code claim.transfer}, or what is wrong with an
     *     order
     */
    List<BoundVoucher> vouchers(Session session, VoucherClaim claim) {
        if (claim.orders().isEmpty()) {
            throw ClaimRefusals.conflict("claim.empty", claim.number());
        }
        return bound(session, claim, claim.orders());
    }

    /**
     * The bound vouchers of orders for a claim. A voucher is never another's (五（七）), be it another team's of the same host;
     * orders of whom the claim is not at all are not there.
     */
    List<BoundVoucher> bound(Session session, VoucherClaim claim, List<Id<Order>> orders) {
        List<BoundVoucher> bound = vouchers.of(session, claim.owners(), orders);
        for (BoundVoucher voucher : bound) {
            if (!voucher.order().applicant().equals(claim.applicant())) {
                throw ClaimRefusals.conflict("claim.transfer", voucher.order().id());
            }
        }
        return bound;
    }

    /**
     * The facts of a claim.
     *
     * @param bound its vouchers
     * @param filedAt the instant at which it is, or was first, filed: what deadlines go by
     * @param now the instant at which the facts hold
     */
    Claim of(Session session, VoucherClaim claim, List<BoundVoucher> bound, Instant filedAt, Instant now) {
        return told(session, claim, bound, filedAt, now).claim();
    }

    /** The same, with what partners' catalogues say of its providers. */
    Told told(Session session, VoucherClaim claim, List<BoundVoucher> bound, Instant filedAt, Instant now) {
        List<Service> services = new ArrayList<>();
        Set<PartnerCatalogue.Finding> catalogues = new LinkedHashSet<>();
        for (BoundVoucher voucher : bound) {
            Order order = voucher.order();
            ProviderStanding standing = registered.provider(session, order.provider(), order.applicant(), now);
            standing.catalogue().map(PartnerCatalogue.Standing::finding).ifPresent(catalogues::add);
            services.add(service(voucher, standing));
        }
        return new Told(
                new Claim(
                        filedAt,
                        registered.applicant(session, claim.applicant(), now),
                        Fact.of(grants.of(session, claim).atLeastZero()),
                        materials(session, claim),
                        services),
                List.copyOf(catalogues));
    }

    /**
     * The facts of a claim, with what people are told beside them.
     *
     * @param claim the facts
     * @param catalogues what partners' catalogues say of its providers, each thing once
     */
    record Told(Claim claim, List<PartnerCatalogue.Finding> catalogues) {}

    private static Service service(BoundVoucher voucher, ProviderStanding standing) {
        return new Service(
                voucher.order().id().value(),
                Fact.of(voucher.category()),
                Fact.of(voucher.exclusion()),
                standing.facts(),
                voucher.contract(),
                Fact.of(voucher.invoices()),
                Fact.of(voucher.payments()),
                voucher.materials());
    }

    private static Set<ClaimMaterial> materials(Session session, VoucherClaim claim) {
        Set<ClaimMaterial> there = EnumSet.noneOf(ClaimMaterial.class);
        session.claims().materials(claim.id()).forEach((material, documents) -> {
            if (!documents.isEmpty()) {
                there.add(material);
            }
        });
        return there;
    }
}
