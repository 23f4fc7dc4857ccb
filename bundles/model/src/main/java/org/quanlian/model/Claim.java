package org.quanlian.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The facts about one claim (兑现申请): who asks, for which services, on which day.
 *
 * @param asOf the instant at which the facts hold and the claim is filed
 * @param applicant who applies (申请主体)
 * @param grantedThisYear what the applicant was granted before in the same year, in yuan (本年度已补助金额)
 * @param materials the papers that are there for the claim as a whole (申请材料)
 * @param services the services claimed, in the order in which they draw on the cap; at least one
 */
public record Claim(
        Instant asOf,
        Applicant applicant,
        Fact<Money> grantedThisYear,
        Set<ClaimMaterial> materials,
        List<Service> services) {
    /** The most services that one claim may list. */
    public static final int MAX_SERVICES = 200;

    /** @throws InvalidValueException {@code money.negative}, {@code list.empty}, {@code list.size} or {@code service.id} */
    public Claim {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(applicant, "applicant");
        grantedThisYear.map(Amounts::requireNotNegative);
        materials = Set.copyOf(materials);
        services = Lists.bounded(services, MAX_SERVICES);
        if (services.isEmpty()) {
            throw new InvalidValueException("list.empty", "a claim has at least one service");
        }
        Set<String> ids = new HashSet<>();
        for (Service service : services) {
            if (!ids.add(service.id())) {
                throw new InvalidValueException("service.id", "two services have the id " + service.id(), service.id());
            }
        }
    }

    /** The date of {@link #asOf} in Asia/Shanghai. */
    public LocalDate day() {
        return ChinaTime.dateOf(asOf);
    }
}
