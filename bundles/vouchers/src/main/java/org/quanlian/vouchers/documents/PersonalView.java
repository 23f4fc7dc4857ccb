package org.quanlian.vouchers.documents;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * One look at something personal (个人信息查看记录), as the law on personal information wants it written down.
 *
 * @param id its name
 * @param at when
 * @param viewer who looked
 * @param viewerName name of who looked, as it was then
 * @param role in which role
 * @param kind what was looked at
 * @param thing name of what was looked at, for example of the document
 * @param owner the organisation whose it is
 */
public record PersonalView(
        Id<PersonalView> id,
        Instant at,
        Id<Account> viewer,
        String viewerName,
        Role role,
        Kind kind,
        String thing,
        Id<Organisation> owner) {
    /** What kind of personal data was looked at. */
    public enum Kind {
        /** The content of a document. */
        DOCUMENT,
        /** A whole ID number. */
        ID_NUMBER
    }

    public PersonalView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(viewerName, "viewerName");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(owner, "owner");
    }

    /** A look that an actor takes. */
    public static PersonalView of(
            Id<PersonalView> id, Actor actor, Kind kind, String thing, Id<Organisation> owner, Instant at) {
        return new PersonalView(id, at, actor.account(), actor.name(), actor.role(), kind, thing, owner);
    }
}
