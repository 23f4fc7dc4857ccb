package org.quanlian.documents.internal.osgi;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.quanlian.documents.internal.invoice.InvoiceFiles;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.invoices.InvoiceReader;
import org.quanlian.vouchers.invoices.ReadInvoice;

/** Offers the reading of invoices. */
@Component(service = InvoiceReader.class)
public final class InvoiceComponent implements InvoiceReader {
    private final InvoiceFiles files = new InvoiceFiles();

    @Override
    public Optional<ReadInvoice> read(DocumentType type, byte[] file) {
        return files.read(type, file);
    }
}
