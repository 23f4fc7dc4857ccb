package org.quanlian.vouchers.claims;

import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** The documents that can be attached to a claim. */
@FunctionalInterface
public interface ClaimPapers {
    /**
     * Whether there is such a document and it belongs to one of these organisations.
     *
     * @param owners the applicant of the claim, and its host if it has one
     */
    boolean isThere(Session session, Set<Id<Organisation>> owners, Id<?> document);
}
