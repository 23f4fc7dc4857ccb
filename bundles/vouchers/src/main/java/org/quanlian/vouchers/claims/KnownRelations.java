package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.List;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;
import org.quanlian.vouchers.relations.ControlRules;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.RelatedParties;
import org.quanlian.vouchers.relations.Relation;

/** The relations that were declared, registered or imported. */
final class KnownRelations implements PartyRelations {
    private final ControlRules rules;
    private final RelatedParties search;

    KnownRelations(ControlRules rules) {
        this.rules = rules;
        this.search = new RelatedParties(rules);
    }

    @Override
    public List<RelationStep> path(
            Session session, UnifiedSocialCreditCode one, UnifiedSocialCreditCode other, Instant asOf) {
        return search
                .between(Party.keyOf(one), Party.keyOf(other), keys -> session.registry()
                        .relations()
                        .holdersOf(keys, asOf, rules.maxTies() + 1))
                .path()
                .stream()
                .map(KnownRelations::step)
                .toList();
    }

    private static RelationStep step(Relation tie) {
        String kind = tie.share()
                .map(share -> tie.kind() + " " + share.percent() + "%")
                .orElseGet(() -> tie.kind().name());
        return new RelationStep(tie.holder().masked().name(), tie.held().name(), kind);
    }
}
