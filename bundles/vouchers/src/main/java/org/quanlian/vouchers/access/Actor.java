package org.quanlian.vouchers.access;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Who does something (操作人): an account in its role.
 *
 * @param account the account
 * @param name name of the person or system, for timelines
 * @param role what the account is for
 * @param organisation the organisation for which it acts: there for {@link Role#ENTERPRISE}, {@link Role#PROVIDER} and
 *     {@link Role#HOST} only
 * @param city the city for which it reviews: there for {@link Role#CITY_REVIEWER} only
 */
public record Actor(
        Id<Account> account, String name, Role role, Optional<Id<Organisation>> organisation, Optional<Area> city) {
    /** @throws IllegalArgumentException when organisation and city do not fit the role */
    public Actor {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(name, "name");
        if (organisation.isPresent() != role.actsForOrganisation()
                || city.isPresent() != (role == Role.CITY_REVIEWER)) {
            throw new IllegalArgumentException("organisation and city do not fit the role " + role);
        }
    }
}
