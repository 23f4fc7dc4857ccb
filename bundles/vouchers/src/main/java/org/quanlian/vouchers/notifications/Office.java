package org.quanlian.vouchers.notifications;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.access.Role;

/**
 * An office whose accounts are told together.
 *
 * @param role the role of its accounts
 * @param city its city, for {@link Role#CITY_REVIEWER} only
 */
public record Office(Role role, Optional<Area> city) {
    public Office {
        Objects.requireNonNull(role, "role");
        if (city.isPresent() != (role == Role.CITY_REVIEWER)) {
            throw new IllegalArgumentException("an office has a city when it reviews for one");
        }
    }

    /** The first-review body of a city. */
    public static Office of(Area city) {
        return new Office(Role.CITY_REVIEWER, Optional.of(city));
    }

    /** A provincial office. */
    public static Office of(Role role) {
        return new Office(role, Optional.empty());
    }
}
