package org.quanlian.exchange;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ChangeNotes;

/** Tells partners what a note is about, where that is no item of a replica (告知). */
public interface NoteTeller {
    /** The notes from which it tells. */
    ChangeNotes.Kind notes();

    /** Tells what a note is about, in the transaction that takes the note. */
    void tell(Session session, Id<?> subject);
}
