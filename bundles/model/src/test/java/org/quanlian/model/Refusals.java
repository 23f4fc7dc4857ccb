package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.Callable;

/** How tests say that a value was refused at the door. */
final class Refusals {
    private Refusals() {}

    static InvalidValueException assertRefused(String reason, Callable<?> making) {
        InvalidValueException refusal = catchThrowableOfType(InvalidValueException.class, making::call);
        assertThat(refusal).as("it is refused as %s", reason).isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
        return refusal;
    }
}
