package org.quanlian.vouchers.integrity;

import org.quanlian.vouchers.RefusedException;

/** What is said when a violation can't be recorded or money not be claimed back. */
final class IntegrityRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(IntegrityRefusals.class);

    private IntegrityRefusals() {}
}
