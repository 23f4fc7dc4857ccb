package org.quanlian.vouchers.claims;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;

/**
 * Finds conflicts of interest (利益冲突): an expert must not assess a claim when an organisation for which it works or
 * worked is the applicant, its host or a provider of the claim, or is related to one of them.
 */
public final class Conflicts {
    private final PartyRelations relations;

    /** @param relations knows who is related to whom */
    public Conflicts(PartyRelations relations) {
        this.relations = relations;
    }

    /**
     * A conflict.
     *
     * @param affiliation for whom the expert works or worked
     * @param party the organisation of the claim
     * @param path how they are related; empty when they are the same
     */
    public record Conflict(Affiliation affiliation, Organisation party, List<RelationStep> path) {}

    /** The first conflict that an expert has with a claim, if there is one. */
    Optional<Conflict> of(Session session, VoucherClaim claim, Id<Account> expert, Instant now) {
        List<Affiliation> affiliations = session.claims().expertReviews().affiliations(expert);
        if (affiliations.isEmpty()) {
            return Optional.empty();
        }
        for (Organisation party : parties(session, claim)) {
            for (Affiliation affiliation : affiliations) {
                Optional<Conflict> found = between(session, affiliation, party, now);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Conflict> between(Session session, Affiliation affiliation, Organisation party, Instant now) {
        boolean sameCode = affiliation.uscc().isPresent() && affiliation.uscc().equals(party.uscc());
        if (sameCode || plain(affiliation.name()).equals(plain(party.name()))) {
            return Optional.of(new Conflict(affiliation, party, List.of()));
        }
        if (affiliation.uscc().isEmpty() || party.uscc().isEmpty()) {
            return Optional.empty();
        }
        List<RelationStep> path =
                relations.path(session, affiliation.uscc().get(), party.uscc().get(), now);
        return path.isEmpty() ? Optional.empty() : Optional.of(new Conflict(affiliation, party, path));
    }

    private static List<Organisation> parties(Session session, VoucherClaim claim) {
        Set<Id<Organisation>> names = new LinkedHashSet<>();
        names.add(claim.applicant());
        claim.host().ifPresent(names::add);
        for (Id<Order> order : claim.orders()) {
            session.orders().find(order).ifPresent(found -> names.add(found.provider()));
        }
        List<Organisation> parties = new ArrayList<>();
        names.forEach(name -> session.registry().find(name).ifPresent(parties::add));
        return parties;
    }

    /** A name without what people write differently: widths, spaces, brackets, letter case. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s()]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
