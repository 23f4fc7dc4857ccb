package org.quanlian.store.testing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/** Accounts of fictitious people for tests, each with a login of its own. */
public final class TestAccounts {
    private final Store store;
    private final Clock clock;
    private final Ids ids;

    /** Makes accounts in a store. */
    public TestAccounts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.ids = new Ids(clock, new SecureRandom());
    }

    /** A new name. */
    public <T> Id<T> id() {
        return ids.next();
    }

    /** An account for an organisation, in the role of an enterprise, without a mail address. */
    public Account enterprise(Id<Organisation> organisation) {
        return enterprise(organisation, Optional.empty(), Account.State.ACTIVE);
    }

    /** An account for an organisation, in the role of an enterprise. */
    public Account enterprise(Id<Organisation> organisation, Optional<String> email, Account.State state) {
        return add(account(Role.ENTERPRISE, Optional.of(organisation), Optional.empty(), email, state));
    }

    /** A reviewer for a city. */
    public Account reviewer(Area city) {
        return add(account(
                Role.CITY_REVIEWER, Optional.empty(), Optional.of(city), Optional.empty(), Account.State.ACTIVE));
    }

    /** An account in a role that has neither organisation nor city. */
    public Account of(Role role) {
        return add(account(role, Optional.empty(), Optional.empty(), Optional.empty(), Account.State.ACTIVE));
    }

    /** An account, not kept yet. */
    public Account account(
            Role role,
            Optional<Id<Organisation>> organisation,
            Optional<Area> city,
            Optional<String> email,
            Account.State state) {
        Id<Account> id = ids.next();
        return new Account(id, "test-" + id, "测试人员", role, organisation, city, email, state, clock.instant(), 1);
    }

    /** Keeps an account. */
    public Account add(Account account) {
        store.write(session -> add(session, account));
        return account;
    }

    private static boolean add(Session session, Account account) {
        session.accounts().add(account);
        return true;
    }
}
