package org.quanlian.vouchers.registry;

import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Access;

/** What is said when something can't be done to a registration. */
public final class RegistryRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(RegistryRefusals.class);

    private RegistryRefusals() {}

    /**
     * Its code takes part by another registration. That a code is registered shows in the public catalogue and in the
     * public notices; by whom, and in which state, is not told.
     */
    public static RefusedException duplicate(Organisation.Kind kind) {
        return TEXTS.refused(Kind.CONFLICT, "registration.duplicate", kind);
    }

    /** Somebody else changed it in between. */
    public static RefusedException stale() {
        return TEXTS.refused(Kind.STALE, "registration.stale");
    }

    static RefusedException notFound() {
        return Access.none();
    }
}
