package org.quanlian.store.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** What is seen when something is refused: it must be. */
final class Refusals {
    private Refusals() {}

    static RefusedException refused(Kind kind, String code, ThrowingCallable work) {
        RefusedException refusal = catchThrowableOfType(RefusedException.class, work);
        assertThat(refusal).as("it is refused").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.text().zh()).isNotBlank().doesNotContain("{");
        assertThat(refusal.text().en()).isNotBlank().doesNotContain("{");
        return refusal;
    }
}
