package org.quanlian.vouchers.relations;

import java.time.Clock;
import java.util.List;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registration;

/** Declares who holds an organisation and who acts for it, and whom it holds (关联关系申报, 一（四）). */
public final class RelationDeclarations {
    /** The most relations that one organisation may declare. */
    public static final int MAX_RELATIONS = 200;

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(Registration.class);

    private final Clock clock;

    public RelationDeclarations(Clock clock) {
        this.clock = clock;
    }

    /**
     * Declares all relations of an organisation, in place of those it declared before.
     *
     * @throws RefusedException {@code relations.code}, {@code relations.foreign}, {@code relations.many}
     */
    public void declare(Session session, Actor actor, Id<Organisation> id, List<Relation> relations) {
        Access.requireRole(actor, Action.DECLARE_RELATIONS);
        Registration declarer = session.registry().lock(id).orElseThrow(Access::none);
        Access.require(actor, Action.DECLARE_RELATIONS, declarer.subject());
        String self = declarer.organisation()
                .uscc()
                .map(Party::keyOf)
                .orElseThrow(() -> TEXTS.refused(Kind.CONFLICT, "relations.code"));
        if (relations.size() > MAX_RELATIONS) {
            throw TEXTS.invalid("/relations", "relations.many", MAX_RELATIONS);
        }
        for (int i = 0; i < relations.size(); i++) {
            Relation each = relations.get(i);
            if (!each.holder().key().equals(self) && !each.held().key().equals(self)) {
                throw TEXTS.invalid("/relations/" + i, "relations.foreign");
            }
        }
        session.registry().relations().replace(id, Relations.Source.DECLARATION, relations, clock.instant());
    }

    /** What an organisation declares now, the names of persons masked for those who may not see them. */
    public List<Relation> declared(Session session, Actor actor, Id<Organisation> id) {
        Access.requireRole(actor, Action.READ_ORGANISATION);
        Registration declarer = session.registry().registration(id).orElseThrow(Access::none);
        Access.require(actor, Action.READ_ORGANISATION, declarer.subject());
        List<Relation> declared = session.registry().relations().declared(id);
        return Access.masks(actor, Action.READ_ORGANISATION)
                ? declared.stream().map(Relation::masked).toList()
                : declared;
    }
}
