package org.quanlian.vouchers.documents;

import java.util.List;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Subject;

/** Tells whom a document concerns beside its owner, because of what it is attached to. */
@FunctionalInterface
public interface DocumentConcern {
    /** Whom the document concerns; each may be someone else. */
    List<Subject> of(Session session, StoredDocument document);
}
