package org.quanlian.vouchers.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.registry.Organisation;

/** What operators do with accounts: open, look at, change, disable them, and give one-time passwords. */
public final class AccountAdministration {
    private final Clock clock;
    private final Ids ids;

    public AccountAdministration(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** A page of all accounts, the oldest first. */
    public Page<Account> list(Session session, Actor actor, Page.Request page) {
        Access.require(actor, Action.READ_ACCOUNTS, Subject.NOBODY);
        return session.accounts().page(page).map(account -> shown(actor, account));
    }

    /** One account. */
    public Account read(Session session, Actor actor, Id<Account> id) {
        Access.require(actor, Action.READ_ACCOUNTS, Subject.NOBODY);
        return shown(actor, session.accounts().find(id).orElseThrow(AccountRefusals::notFound));
    }

    /** Opens an account. Nobody can log in to it before it gets a password by {@link #resetPassword}. */
    public Account open(Session session, Actor actor, NewAccount wanted) {
        Access.require(actor, Action.MANAGE_ACCOUNTS, Subject.NOBODY);
        wanted.organisation().ifPresent(id -> requireKind(session, id, wanted.role()));
        Account account = new Account(
                ids.next(),
                wanted.login(),
                wanted.name(),
                wanted.role(),
                wanted.organisation(),
                wanted.city(),
                wanted.email(),
                Account.State.PASSWORD_EXPIRED,
                clock.instant(),
                0);
        session.accounts().add(account);
        return account;
    }

    /**
     * Changes an account. One that is disabled loses its sessions at once; one that is enabled again must set
     * another password before anything else, for its old one may have been a one-time password.
     *
     * @param version the version that the actor saw
     */
    public Account change(Session session, Actor actor, Id<Account> id, long version, Change change) {
        Access.require(actor, Action.MANAGE_ACCOUNTS, Subject.NOBODY);
        session.accounts().lockOperators();
        Account before = session.accounts().lock(id).orElseThrow(AccountRefusals::notFound);
        if (before.version() != version) {
            throw AccountRefusals.stale();
        }
        Account after = change.of(before);
        if (before.isDisabled() != after.isDisabled() && before.id().equals(actor.account())) {
            throw AccountRefusals.ownState();
        }
        session.accounts().update(before, after);
        if (after.isDisabled() && !before.isDisabled()) {
            if (after.role() == Role.OPERATOR && session.accounts().operators() == 0) {
                throw AccountRefusals.lastOperator();
            }
            session.accounts().sessions().endAll(id, clock.instant());
        }
        return after;
    }

    /** Refuses an actor who may not reset that password, before the work that hashing another is. */
    public Account requireReset(Session session, Actor actor, Id<Account> id) {
        Access.require(actor, Action.MANAGE_ACCOUNTS, Subject.NOBODY);
        Account account = session.accounts().find(id).orElseThrow(AccountRefusals::notFound);
        if (account.isDisabled()) {
            throw AccountRefusals.disabled();
        }
        return account;
    }

    /**
     * Gives an account a one-time password, with which it may only set another, and ends its sessions.
     *
     * @param password hash of the password, made before the transaction
     */
    public Account resetPassword(Session session, Actor actor, Id<Account> id, PasswordHash password) {
        Access.require(actor, Action.MANAGE_ACCOUNTS, Subject.NOBODY);
        Account before = session.accounts().lock(id).orElseThrow(AccountRefusals::notFound);
        if (before.isDisabled()) {
            throw AccountRefusals.disabled();
        }
        Instant now = clock.instant();
        Account after = before.in(Account.State.PASSWORD_EXPIRED);
        session.accounts().update(before, after);
        session.accounts().setPassword(id, password, now);
        session.accounts().sessions().endAll(id, now);
        return after;
    }

    private static void requireKind(Session session, Id<Organisation> id, Role role) {
        Organisation organisation = session.registry().find(id).orElseThrow(AccountRefusals::noOrganisation);
        boolean fits =
                switch (organisation.kind()) {
                    case ENTERPRISE, TEAM -> role == Role.ENTERPRISE;
                    case HOST -> role == Role.HOST;
                    case PROVIDER -> role == Role.PROVIDER;
                };
        if (!fits) {
            throw AccountRefusals.organisationOfOtherKind(role);
        }
    }

    private static Account shown(Actor actor, Account account) {
        return Access.masks(actor, Action.READ_ACCOUNTS) ? account.masked() : account;
    }

    /**
     * An account that an operator opens.
     *
     * @param login what its owner types to log in
     * @param name name of the person or system
     * @param role what it is for
     * @param organisation the organisation for which it acts, for roles that act for one
     * @param city the city for which it reviews, for {@link Role#CITY_REVIEWER}
     * @param email where it gets mail, if anywhere
     */
    public record NewAccount(
            String login,
            String name,
            Role role,
            Optional<Id<Organisation>> organisation,
            Optional<Area> city,
            Optional<String> email) {
        /** @throws org.quanlian.vouchers.RefusedException when organisation or city do not fit the role */
        public NewAccount {
            Logins.require(login);
            ShortText.require(name);
            email.ifPresent(Emails::require);
            if (organisation.isPresent() != role.actsForOrganisation()) {
                throw AccountRefusals.organisationUnfit(role);
            }
            if (city.isPresent() != (role == Role.CITY_REVIEWER)) {
                throw AccountRefusals.cityUnfit(role);
            }
        }
    }

    /**
     * What is to change of an account.
     *
     * @param name its new name, if it gets one
     * @param email where it gets mail from now on, if that changes; an empty text for nowhere
     * @param disabled whether it can't be used from now on, if that changes
     */
    public record Change(Optional<String> name, Optional<String> email, Optional<Boolean> disabled) {
        public Change {
            name.ifPresent(ShortText::require);
            email.filter(text -> !text.isEmpty()).ifPresent(Emails::require);
            Objects.requireNonNull(disabled, "disabled");
        }

        Account of(Account before) {
            Optional<String> mail = email.isPresent() ? email.filter(text -> !text.isEmpty()) : before.email();
            Account.State state = before.state();
            if (disabled.isPresent() && disabled.get() != before.isDisabled()) {
                state = disabled.get() ? Account.State.DISABLED : Account.State.PASSWORD_EXPIRED;
            }
            return before.changed(name.orElse(before.name()), mail, state);
        }
    }
}
