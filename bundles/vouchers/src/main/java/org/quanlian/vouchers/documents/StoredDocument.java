package org.quanlian.vouchers.documents;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A document that somebody uploaded (材料). It never changes; its content may be shared with others.
 *
 * @param id its name, which nobody guesses
 * @param owner the organisation that uploaded it
 * @param city the body that reviews the owner, if one does
 * @param purpose what it is for
 * @param name name for people; no file is found by it
 * @param content its content
 * @param uploadedBy the account that uploaded it
 * @param uploadedAt when
 */
public record StoredDocument(
        Id<StoredDocument> id,
        Id<Organisation> owner,
        Optional<Area> city,
        DocumentPurpose purpose,
        String name,
        KeptContent content,
        Id<Account> uploadedBy,
        Instant uploadedAt) {
    public StoredDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uploadedBy, "uploadedBy");
        Objects.requireNonNull(uploadedAt, "uploadedAt");
        if (content.sealed() != purpose.isPersonal()) {
            throw new IllegalArgumentException("what shows a person is encrypted, and nothing else is");
        }
    }

    /** Whom it concerns by itself; what it is attached to may concern others. */
    public Subject subject() {
        return new Subject(Set.of(owner), city, Set.of());
    }
}
