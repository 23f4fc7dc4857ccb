package org.quanlian.documents.internal.invoice;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.quanlian.documents.internal.zip.ZipParts;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.invoices.InvoiceDialect;
import org.quanlian.vouchers.invoices.InvoiceReader;
import org.quanlian.vouchers.invoices.ReadInvoice;

/** Reads invoices from the files in which they come, so many at a time. */
public final class InvoiceFiles implements InvoiceReader {
    /** How many are read at once; others wait, and how many wait is bounded by whoever lets them in. */
    public static final int AT_ONCE = 2;

    /** What of an OFD file is unpacked. */
    static final ZipParts.Bounds OFD = new ZipParts.Bounds(500, 32 * 1024 * 1024);

    private final Semaphore reading = new Semaphore(AT_ONCE, true);

    @Override
    public Optional<ReadInvoice> read(DocumentType type, byte[] file) {
        reading.acquireUninterruptibly();
        try {
            return switch (type) {
                case XML -> XmlDialects.read("", file);
                case OFD -> ofd(file);
                case PDF -> PdfAttachments.read(file, xml -> XmlDialects.read("attachment:", xml));
                case JPEG, PNG -> Pictures.qrText(file).flatMap(text -> QrText.read("", text));
            };
        } finally {
            reading.release();
        }
    }

    /** What an invoice in it says goes before what is said beside its pages. */
    private static Optional<ReadInvoice> ofd(byte[] file) {
        List<ReadInvoice> found;
        try {
            found = ZipParts.read(file, OFD).stream()
                    .filter(part -> part.name().endsWith(".xml"))
                    .flatMap(part -> XmlDialects.read(part.name() + ":", part.bytes()).stream())
                    .toList();
        } catch (IOException e) {
            // Damaged, or packed to be too big: people read it.
            return Optional.empty();
        }
        return found.stream()
                .filter(invoice -> invoice.dialect() != InvoiceDialect.OFD_PROPERTIES)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }
}
