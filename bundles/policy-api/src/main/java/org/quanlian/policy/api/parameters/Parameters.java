package org.quanlian.policy.api.parameters;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.policy.api.Status;

/**
 * All parameters of a pack, in the order of its file.
 *
 * @param all the parameters
 */
public record Parameters(List<Parameter> all) {
    public Parameters {
        all = List.copyOf(all);
    }

    /** The parameter of that name, if there is one. */
    public Optional<Parameter> find(String name) {
        return all.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
    }

    /** {@link Status#DRAFT} as soon as one value is not verified. */
    public Status status() {
        boolean draft = all.stream()
                .flatMap(parameter -> parameter.values().stream())
                .anyMatch(value -> value.verification() == Verification.UNVERIFIED);
        return draft ? Status.DRAFT : Status.IN_FORCE;
    }

    /**
     * The value of every parameter on a day.
     *
     * @throws NoValueException when a parameter has no value yet on that day
     */
    public List<EffectiveValue> effectiveOn(LocalDate day) {
        return all.stream()
                .map(parameter -> new EffectiveValue(
                        parameter.name(),
                        parameter.unit(),
                        parameter.at(day).orElseThrow(() -> new NoValueException(day, parameter.firstDay()))))
                .toList();
    }
}
