package org.quanlian.model;

import java.util.Objects;

/**
 * The figures by which an enterprise's size class is found (企业规模指标). Each may be missing; an industry needs some.
 *
 * @param industry main industry
 * @param employees people employed (从业人员)
 * @param revenue operating revenue of the year in yuan (营业收入)
 * @param assets total assets in yuan (资产总额)
 */
public record Scale(Fact<Industry> industry, Fact<Integer> employees, Fact<Money> revenue, Fact<Money> assets) {
    /** More people than any enterprise employs; a bigger figure is a typing error. */
    public static final int MAX_EMPLOYEES = 10_000_000;

    /** @throws InvalidValueException {@code employees.range} or {@code money.negative} */
    public Scale {
        Objects.requireNonNull(industry, "industry");
        if (employees.isKnown() && (employees.value() < 0 || employees.value() > MAX_EMPLOYEES)) {
            throw new InvalidValueException(
                    "employees.range", "the number of employees is between 0 and 10000000", MAX_EMPLOYEES);
        }
        revenue.map(Amounts::requireNotNegative);
        assets.map(Amounts::requireNotNegative);
    }
}
