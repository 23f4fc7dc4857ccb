package org.quanlian.audit.internal;

import org.quanlian.vouchers.Store;

/** What the commands of the console work with. */
public interface AuditDesk {
    /** Where the trail is kept. */
    Store store();

    /** The keys for anchors. */
    NodeSignatures signatures();

    /** The anchors outside the database. */
    AnchorFile file();
}
