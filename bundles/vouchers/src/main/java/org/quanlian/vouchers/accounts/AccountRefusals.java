package org.quanlian.vouchers.accounts;

import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Role;

/** What is said when something can't be done to an account; those who keep accounts say it too. */
public final class AccountRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(AccountRefusals.class);

    private AccountRefusals() {}

    /** There is no such account. */
    public static RefusedException notFound() {
        return TEXTS.refused(Kind.NOT_FOUND, "account.none");
    }

    /** Somebody has that login. */
    public static RefusedException loginTaken(String login) {
        return TEXTS.refused(Kind.CONFLICT, "account.login.taken", login);
    }

    /** Somebody changed the account in between. */
    public static RefusedException stale() {
        return TEXTS.refused(Kind.STALE, "account.stale");
    }

    /** The account belongs to another subject of the provider. */
    public static RefusedException linked() {
        return TEXTS.refused(Kind.CONFLICT, "account.linked");
    }

    /** The account must set a password before anything else. */
    public static RefusedException passwordExpired() {
        return TEXTS.refused(Kind.FORBIDDEN, "account.password.expired");
    }

    static RefusedException lastOperator() {
        return TEXTS.refused(Kind.CONFLICT, "account.operator.last");
    }

    static RefusedException ownState() {
        return TEXTS.refused(Kind.CONFLICT, "account.state.own");
    }

    static RefusedException disabled() {
        return TEXTS.refused(Kind.CONFLICT, "account.disabled");
    }

    static RefusedException noOrganisation() {
        return TEXTS.invalid("/organisation", "account.organisation.none");
    }

    static RefusedException organisationOfOtherKind(Role role) {
        return TEXTS.invalid("/organisation", "account.organisation.kind", role);
    }

    static RefusedException organisationUnfit(Role role) {
        return TEXTS.invalid("/organisation", "account.organisation.unfit", role);
    }

    static RefusedException cityUnfit(Role role) {
        return TEXTS.invalid("/city", "account.city.unfit", role);
    }
}
