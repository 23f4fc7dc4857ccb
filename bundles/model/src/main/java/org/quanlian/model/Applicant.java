package org.quanlian.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The applicant of a claim (申请主体) with the facts that rules ask about.
 *
 * @param party who applies: an enterprise or a team with its host
 * @param name name as registered (名称)
 * @param area area of registration (注册地)
 * @param researchSpending own spending on research in yuan (自主研发经费投入)
 * @param discredited whether listed by Credit China (失信主体)
 * @param suspendedUntil last day of a suspension from vouchers (暂停支持至); a known empty value means not suspended
 * @param scale figures of the size class (企业规模指标)
 * @param qualifications qualifications claimed (资格)
 */
public record Applicant(
        Party party,
        Optional<String> name,
        Fact<Area> area,
        Fact<Money> researchSpending,
        Fact<Boolean> discredited,
        Fact<Optional<LocalDate>> suspendedUntil,
        Fact<Scale> scale,
        Fact<List<Qualification>> qualifications) {
    /** The most qualifications that one applicant may list. */
    public static final int MAX_QUALIFICATIONS = 50;

    /** @throws InvalidValueException {@code money.negative}, {@code text.*} or {@code list.size} */
    public Applicant {
        Objects.requireNonNull(party, "party");
        name.ifPresent(ShortText::require);
        Objects.requireNonNull(area, "area");
        researchSpending.map(Amounts::requireNotNegative);
        Objects.requireNonNull(discredited, "discredited");
        Objects.requireNonNull(suspendedUntil, "suspendedUntil");
        Objects.requireNonNull(scale, "scale");
        qualifications = qualifications.map(list -> Lists.bounded(list, MAX_QUALIFICATIONS));
    }
}
