package org.quanlian.vouchers.invoices;

import java.util.Optional;
import org.quanlian.vouchers.documents.DocumentType;

/** Reads invoices. It is bounded whatever the file is, resolves nothing outside it, and runs nothing in it. */
public interface InvoiceReader {
    /**
     * What a file says about the invoice that it is; empty when it says nothing in a form that is known: then people read
     * it.
     *
     * @param type what the file is, by its content
     * @param file its bytes
     */
    Optional<ReadInvoice> read(DocumentType type, byte[] file);
}
