package org.quanlian.vouchers.claims;

import java.util.List;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.documents.DocumentConcern;
import org.quanlian.vouchers.documents.StoredDocument;

/** The papers of a claim concern its applicant and host, its city, and the experts to whom it is assigned. */
public final class ClaimDocuments implements DocumentConcern {
    @Override
    public List<Subject> of(Session session, StoredDocument document) {
        return session.claims().attachedTo(document.id()).stream()
                .map(claim -> claim.subject(session.claims().experts(claim.id())))
                .toList();
    }
}
