package org.quanlian.vouchers.relations;

import java.util.EnumSet;
import java.util.Set;
import org.quanlian.model.UnifiedSocialCreditCode;

/**
 * What counts as control. The notice says "no subordination, no direct or indirect control" (一（四）) and gives no figure,
 * so these are settings of the node with documented defaults, not the notice's words.
 *
 * @param threshold the share from which on a holding controls; by default half of the firm
 * @param controlling the kinds of ties that control by themselves whatever the share
 * @param stateOwners codes of bodies that hold for the state: two firms are not related merely because such a body controls
 *     both (公司法 第二百六十五条第四项); none by default
 * @param maxTies the most ties that one question looks at; beyond them the answer is unknown
 */
public record ControlRules(
        Share threshold, Set<RelationKind> controlling, Set<UnifiedSocialCreditCode> stateOwners, int maxTies) {
    /** Half of a firm, every post and every subordination; 5 000 ties. Not in the notice. */
    public static final ControlRules DEFAULT = new ControlRules(
            new Share(500_000),
            EnumSet.of(RelationKind.LEGAL_REPRESENTATIVE, RelationKind.EXECUTIVE, RelationKind.SUBORDINATE),
            Set.of(),
            5_000);

    /** @throws IllegalArgumentException when no tie may be looked at */
    public ControlRules {
        stateOwners = Set.copyOf(stateOwners);
        controlling = Set.copyOf(controlling);
        if (maxTies < 1) {
            throw new IllegalArgumentException("at least one tie is looked at");
        }
    }

    /** Whether a tie controls by itself. */
    boolean controls(Relation tie) {
        return tie.share().map(share -> share.compareTo(threshold) >= 0).orElse(controlling.contains(tie.kind()));
    }

    /** Whether two firms are related when that party controls both. */
    boolean relates(String controller) {
        return stateOwners.stream().noneMatch(owner -> Party.keyOf(owner).equals(controller));
    }
}
