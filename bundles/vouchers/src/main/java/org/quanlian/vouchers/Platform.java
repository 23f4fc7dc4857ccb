package org.quanlian.vouchers;

import java.time.Clock;
import java.util.Objects;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.registry.PersonKeys;

/**
 * What every use case of the voucher year may stand on.
 *
 * @param clock tells the time
 * @param ids makes names
 * @param policies knows the policies
 * @param assessments decides claims
 * @param contents keeps what is in documents
 * @param personKeys names people without their numbers, under a key that is kept as long as the data
 */
public record Platform(
        Clock clock,
        Ids ids,
        PolicyRegistry policies,
        AssessmentService assessments,
        ContentStore contents,
        PersonKeys personKeys) {
    public Platform {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(policies, "policies");
        Objects.requireNonNull(assessments, "assessments");
        Objects.requireNonNull(contents, "contents");
        Objects.requireNonNull(personKeys, "personKeys");
    }
}
