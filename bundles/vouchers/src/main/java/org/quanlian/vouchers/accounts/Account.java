package org.quanlian.vouchers.accounts;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.registry.Organisation;

/**
 * An account of a person or a system (账户).
 *
 * @param id its name
 * @param login what its owner types to log in, unique whatever the case of its letters
 * @param name name of the person or system
 * @param role what it is for
 * @param organisation the organisation for which it acts, as {@link Actor} wants it
 * @param city the city for which it reviews, as {@link Actor} wants it
 * @param email where it gets mail, if anywhere
 * @param state whether it can be used
 * @param createdAt when it was made
 * @param version counts its changes
 */
public record Account(
        Id<Account> id,
        String login,
        String name,
        Role role,
        Optional<Id<Organisation>> organisation,
        Optional<Area> city,
        Optional<String> email,
        State state,
        Instant createdAt,
        long version) {
    /** Whether an account can be used. */
    public enum State {
        /** It can be used. */
        ACTIVE,
        /** Its owner must set a password first. */
        PASSWORD_EXPIRED,
        /** It can't be used. */
        DISABLED
    }

    /** @throws IllegalArgumentException when organisation and city do not fit the role */
    public Account {
        Logins.require(login);
        ShortText.require(name);
        email.ifPresent(Emails::require);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        new Actor(id, name, role, organisation, city);
    }

    /** The account as the one who does something. */
    public Actor actor() {
        return new Actor(id, name, role, organisation, city);
    }

    /** Whether it can't be used. */
    public boolean isDisabled() {
        return state == State.DISABLED;
    }

    /** The account in another state. */
    Account in(State newState) {
        return changed(name, email, newState);
    }

    /** The account with what can change of it changed. */
    Account changed(String newName, Optional<String> newEmail, State newState) {
        return new Account(id, login, newName, role, organisation, city, newEmail, newState, createdAt, version + 1);
    }

    /** The account for those who see personal data only masked. */
    Account masked() {
        return new Account(
                id, login, name, role, organisation, city, email.map(Emails::masked), state, createdAt, version);
    }
}
