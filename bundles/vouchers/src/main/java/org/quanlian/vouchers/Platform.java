package org.quanlian.vouchers;

import java.time.Clock;
import java.util.Objects;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;

/**
 * What every use case of the voucher year may stand on.
 *
 * @param clock tells the time
 * @param ids makes names
 * @param policies knows the policies
 * @param assessments decides claims
 */
public record Platform(Clock clock, Ids ids, PolicyRegistry policies, AssessmentService assessments) {
    public Platform {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(policies, "policies");
        Objects.requireNonNull(assessments, "assessments");
    }
}
