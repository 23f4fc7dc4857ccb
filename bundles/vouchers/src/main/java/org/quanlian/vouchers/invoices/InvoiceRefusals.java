package org.quanlian.vouchers.invoices;

import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.StoredDocument;

/** What is said when something is no invoice. */
public final class InvoiceRefusals {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(InvoiceRefusals.class);

    private InvoiceRefusals() {}

    /**
     * Refuses a document that was uploaded as something else.
     *
     * @throws RefusedException {@code invoice.purpose}
     */
    public static void requireInvoice(StoredDocument document) {
        if (document.purpose() != DocumentPurpose.INVOICE) {
            throw TEXTS.refused(Kind.CONFLICT, "invoice.purpose", document.name());
        }
    }
}
