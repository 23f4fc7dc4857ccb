package org.quanlian.vouchers.audit;

import java.util.Objects;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Actor;

/**
 * Who did something, without a name or any other personal datum (操作主体).
 *
 * @param account name of the account, empty for the node, its console and strangers
 * @param role what the account is for, or {@code NODE}, {@code CONSOLE} or {@code STRANGER}
 * @param organisation name of the organisation for which it acted, empty when it acted for none
 */
public record Who(String account, String role, String organisation) {
    /** The node by itself: what is due at its time. */
    public static final Who NODE = new Who("", "NODE", "");

    /** Whoever sits at the node's console. */
    public static final Who CONSOLE = new Who("", "CONSOLE", "");

    /** Somebody whom the node does not know. */
    public static final Who STRANGER = new Who("", "STRANGER", "");

    public Who {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(organisation, "organisation");
    }

    /** An account in its role. */
    public static Who of(Actor actor) {
        return new Who(
                actor.account().value(),
                actor.role().name(),
                actor.organisation().map(Id::value).orElse(""));
    }
}
