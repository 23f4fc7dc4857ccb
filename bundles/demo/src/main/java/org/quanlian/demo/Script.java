package org.quanlian.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Invoice;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceCategory;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.registry.Registrations.Application;

/**
 * What happens in the year: a function of the seed and the size alone.
 *
 * @param providers who renders services
 * @param enterprises who buys them
 * @param claims the claims, in the order in which they are filed
 */
record Script(List<Participant> providers, List<Participant> enterprises, List<ClaimPlan> claims) {
    Script {
        providers = List.copyOf(providers);
        enterprises = List.copyOf(enterprises);
        claims = List.copyOf(claims);
    }

    /**
     * An organisation that registers.
     *
     * @param application what it says
     * @param login how its account logs in
     * @param person who its account is for
     * @param city who reviews it
     * @param registeredAt when it registers
     * @param approvedAt when the sharing centre approves it
     * @param offers what it offers, when it is a provider
     */
    record Participant(
            Application application,
            String login,
            String person,
            Area city,
            Instant registeredAt,
            Instant approvedAt,
            List<ServiceItem.Offer> offers) {}

    /**
     * A service that is bought.
     *
     * @param provider which provider renders it
     * @param category what kind of service it is
     * @param description what it is
     * @param price what it costs
     * @param contract number of the contract
     * @param signedOn when that is signed
     * @param invoices the invoices, which sum to the price
     * @param paidOn when it is paid
     * @param orderedAt when it is ordered
     * @param acceptedAt when the provider takes the order
     * @param provedAt when the enterprise proves it
     * @param boundAt when the provider confirms it
     */
    record Purchase(
            int provider,
            ServiceCategory category,
            String description,
            Money price,
            String contract,
            LocalDate signedOn,
            List<Invoice> invoices,
            LocalDate paidOn,
            Instant orderedAt,
            Instant acceptedAt,
            Instant provedAt,
            Instant boundAt) {}

    /**
     * A claim.
     *
     * @param enterprise which enterprise claims
     * @param fate the state in which it ends
     * @param turn what happens to it on the way, if it is something out of the ordinary
     * @param purchases what it claims
     * @param filedAt when it is filed, if it is
     * @param reviewedAt when its city looks at it
     * @param score what experts think of it
     * @param lowered the grant for which the department approves it, if that is lower than the decision's
     */
    record ClaimPlan(
            int enterprise,
            ClaimState fate,
            Turn turn,
            List<Purchase> purchases,
            Instant filedAt,
            Instant reviewedAt,
            int score,
            Optional<Integer> lowered) {
        /** What the services cost together. */
        Money spend() {
            return purchases.stream().map(Purchase::price).reduce(Money.ZERO, Money::plus);
        }
    }

    /** What happens to a claim out of the ordinary. */
    enum Turn {
        /** Nothing. */
        NONE,
        /** It was returned for correction, and filed again. */
        CORRECTED,
        /** The centre gave it back to its city, which recommended it again. */
        GIVEN_BACK,
        /** An objection to it was dismissed. */
        OBJECTION_DISMISSED,
        /** An objection to it was upheld: it got less, and was published anew. */
        REVISED,
        /** An objection to it was upheld: it got nothing. */
        STRUCK
    }
}
