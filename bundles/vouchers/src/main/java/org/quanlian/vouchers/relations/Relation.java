package org.quanlian.vouchers.relations;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Validity;

/**
 * One tie between two parties: the first holds, acts for, or is the superior of the second.
 *
 * @param holder who holds or acts
 * @param held who is held or acted for; never a person
 * @param kind what ties them
 * @param share how much is held, for {@link RelationKind#HOLDING} only
 * @param validity the days on which it holds
 */
public record Relation(Party holder, Party held, RelationKind kind, Optional<Share> share, Validity validity) {
    /** @throws InvalidValueException {@code relation.share}, {@code relation.person} or {@code relation.itself} */
    public Relation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(validity, "validity");
        if (share.isPresent() != (kind == RelationKind.HOLDING)) {
            throw new InvalidValueException("relation.share", "a holding has a share, and nothing else has one");
        }
        boolean post = kind == RelationKind.LEGAL_REPRESENTATIVE || kind == RelationKind.EXECUTIVE;
        if (held.isPerson() || (post && !holder.isPerson())) {
            throw new InvalidValueException("relation.person", "a person is never held, and only a person has a post");
        }
        if (holder.key().equals(held.key())) {
            throw new InvalidValueException("relation.itself", "nobody is tied to itself");
        }
    }

    /** The same with the names of persons masked. */
    public Relation masked() {
        return new Relation(holder.masked(), held, kind, share, validity);
    }
}
