package org.quanlian.vouchers.claims;

import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** The documents that applicants and their hosts uploaded. */
final class UploadedPapers implements ClaimPapers {
    @Override
    public boolean isThere(Session session, Set<Id<Organisation>> owners, Id<?> document) {
        return session.documents()
                .find(new Id<>(document.value()))
                .filter(found -> owners.contains(found.owner()))
                .isPresent();
    }
}
