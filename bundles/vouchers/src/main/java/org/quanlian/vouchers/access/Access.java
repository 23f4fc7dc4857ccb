package org.quanlian.vouchers.access;

import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** Decides whether an actor may do something: the one place that does. */
public final class Access {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(Access.class);

    private Access() {}

    /** How far the actor's role may go with an action. */
    public static Reach reach(Actor actor, Action action) {
        return AccessTable.reach(actor.role(), action);
    }

    /** Whether the actor may do something to a thing. */
    public static boolean allows(Actor actor, Action action, Subject subject) {
        return switch (reach(actor, action)) {
            case NONE -> false;
            case ASSIGNED -> subject.assignees().contains(actor.account());
            case OWN -> actor.organisation()
                    .filter(subject.organisations()::contains)
                    .isPresent();
            case CITY -> actor.city().isPresent() && actor.city().equals(subject.city());
            case ALL_MASKED, ALL -> true;
        };
    }

    /**
     * Refuses an actor whose role may never do that, before anything is looked up.
     *
     * @throws RefusedException {@code access.role}
     */
    public static void requireRole(Actor actor, Action action) {
        if (reach(actor, action) == Reach.NONE) {
            throw TEXTS.refused(Kind.FORBIDDEN, "access.role", actor.role(), action);
        }
    }

    /**
     * Refuses an actor who may not do that to this thing. To those whom the thing does not concern it does not exist.
     *
     * @throws RefusedException {@code access.role} or {@code access.none}
     */
    public static void require(Actor actor, Action action, Subject subject) {
        requireRole(actor, action);
        if (!allows(actor, action, subject)) {
            throw none();
        }
    }

    /**
     * What is said of a thing that is not there, and of one that is not the actor's: the same, or whoever asks could tell one
     * from the other.
     */
    public static RefusedException none() {
        return TEXTS.refused(Kind.NOT_FOUND, "access.none");
    }

    /** Whether the actor sees personal data only masked. */
    public static boolean masks(Actor actor, Action action) {
        return reach(actor, action) == Reach.ALL_MASKED;
    }
}
