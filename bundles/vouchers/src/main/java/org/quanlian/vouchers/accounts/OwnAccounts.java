package org.quanlian.vouchers.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.registry.Organisation;

/** What people do with their own accounts: open one when they register, look at it, set its password. */
public final class OwnAccounts implements AccountOpening {
    private final Clock clock;
    private final Ids ids;

    public OwnAccounts(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Account open(Session session, Role role, Id<Organisation> organisation, Opening opening) {
        Instant now = clock.instant();
        // The account refuses a role that acts for no organisation.
        Account account = new Account(
                ids.next(),
                opening.login(),
                opening.name(),
                role,
                Optional.of(organisation),
                Optional.empty(),
                opening.email(),
                Account.State.ACTIVE,
                now,
                0);
        session.accounts().add(account);
        session.accounts().setPassword(account.id(), opening.password(), now);
        return account;
    }

    /** The account of whoever asks. */
    public Account read(Session session, Actor actor) {
        Account account = session.accounts().find(actor.account()).orElseThrow(AccountRefusals::notFound);
        Access.require(actor, Action.READ_OWN_ACCOUNT, Subject.of(account));
        return account;
    }

    /**
     * Sets the password of an account, which is then good for everything, and ends its sessions.
     *
     * @param was the password that was checked before this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code STALE} when the password was changed in between
     */
    public Account setPassword(Session session, Actor actor, PasswordHash was, PasswordHash password) {
        Access.requireRole(actor, Action.READ_OWN_ACCOUNT);
        Account account = session.accounts()
                .lock(actor.account())
                .filter(owner -> owner.state() != Account.State.DISABLED)
                .orElseThrow(AccountRefusals::notFound);
        Access.require(actor, Action.READ_OWN_ACCOUNT, Subject.of(account));
        if (!session.accounts().password(account.id()).equals(Optional.of(was))) {
            throw AccountRefusals.stale();
        }
        Instant now = clock.instant();
        session.accounts().setPassword(account.id(), password, now);
        session.accounts().sessions().endAll(account.id(), now);
        Account after = account.in(Account.State.ACTIVE);
        if (account.state() != Account.State.ACTIVE) {
            session.accounts().update(account, after);
        }
        return account.state() == Account.State.ACTIVE ? account : after;
    }
}
