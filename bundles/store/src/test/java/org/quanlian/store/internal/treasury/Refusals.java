package org.quanlian.store.internal.treasury;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.quanlian.vouchers.RefusedException;

/** What was refused. */
public final class Refusals {
    private Refusals() {}

    /** The refusal with which a call ends. */
    public static RefusedException refusal(ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        if (refused == null) {
            throw new AssertionError("nothing was refused");
        }
        return refused;
    }
}
