package org.quanlian.vouchers.access;

import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Whom a thing concerns, so that it can be told who may touch it.
 *
 * @param organisations the organisations to which it belongs
 * @param city the city that reviews it, if one does
 * @param assignees the accounts to which it is assigned
 */
public record Subject(Set<Id<Organisation>> organisations, Optional<Area> city, Set<Id<Account>> assignees) {
    /** Concerns nobody in particular. */
    public static final Subject NOBODY = new Subject(Set.of(), Optional.empty(), Set.of());

    public Subject {
        organisations = Set.copyOf(organisations);
        assignees = Set.copyOf(assignees);
    }

    /** Belongs to one organisation. */
    public static Subject of(Id<Organisation> organisation) {
        return new Subject(Set.of(organisation), Optional.empty(), Set.of());
    }

    /** Is assigned to one account. */
    public static Subject of(Account account) {
        return new Subject(Set.of(), Optional.empty(), Set.of(account.id()));
    }
}
