package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;

/**
 * One move of a claim as it happened (办理过程); never changed afterwards.
 *
 * @param at when
 * @param actor who made it; empty when the node did by itself, for example at the end of a public notice
 * @param actorName name of who made it, as it was then
 * @param role in which role, empty for the node itself
 * @param move the move
 * @param from the state before
 * @param to the state after
 * @param reason why, as the actor told; empty when none was told
 */
public record TimelineEntry(
        Instant at,
        Optional<Id<Account>> actor,
        String actorName,
        Optional<Role> role,
        ClaimMove move,
        ClaimState from,
        ClaimState to,
        String reason) {
    public TimelineEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(actorName, "actorName");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(reason, "reason");
    }
}
