package org.quanlian.documents.internal.invoice;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.quanlian.vouchers.invoices.ReadInvoice;

/**
 * Finds XML in a PDF: an attachment is a stream, as it is or deflated. The file is gone through from front to back, its
 * structure is not followed, and of each stream only so much is inflated as tells whether it is XML: so nothing in it can
 * make the node read more than this, whatever it says of itself.
 */
final class PdfAttachments {
    /** The most streams that are looked at. */
    static final int MAX_STREAMS = 20_000;

    /** The most streams that are XML, of which most are what the file says about itself. */
    static final int MAX_DOCUMENTS = 50;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 64;
    private static final int BUFFER = 8 * 1024;

    private PdfAttachments() {}

    /**
     * What the first attachment says that is understood.
     *
     * @param reader reads an attachment
     */
    static Optional<ReadInvoice> read(byte[] pdf, Function<byte[], Optional<ReadInvoice>> reader) {
        int documents = 0;
        int at = next(pdf, STREAM, 0, pdf.length);
        for (int streams = 0; at >= 0 && streams < MAX_STREAMS && documents < MAX_DOCUMENTS; streams++) {
            int from = afterLine(pdf, at + STREAM.length);
            boolean begins = from > 0 && !(at >= 3 && pdf[at - 1] == 'd' && pdf[at - 2] == 'n' && pdf[at - 3] == 'e');
            Optional<byte[]> document = begins ? xml(pdf, from) : Optional.empty();
            if (document.isPresent()) {
                documents++;
                Optional<ReadInvoice> found = reader.apply(document.get());
                if (found.isPresent()) {
                    return found;
                }
            }
            at = next(pdf, STREAM, at + STREAM.length, pdf.length);
        }
        return Optional.empty();
    }

    private static Optional<byte[]> xml(byte[] pdf, int from) {
        if (isXml(pdf, from, Math.min(pdf.length, from + HEAD))) {
            // One that does not end in time counts as one too, and stays empty.
            int end = next(pdf, END, from, Math.min(pdf.length, from + InvoiceXml.MAX_BYTES));
            return Optional.of(end < 0 ? new byte[0] : trimmed(Arrays.copyOfRange(pdf, from, end)));
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            byte[] head = new byte[HEAD];
            int length = inflater.inflate(head);
            if (!isXml(head, 0, length)) {
                return Optional.empty();
            }
            ByteArrayOutputStream document = new ByteArrayOutputStream();
            document.write(head, 0, length);
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 || document.size() + read > InvoiceXml.MAX_BYTES) {
                    return Optional.of(new byte[0]);
                }
                document.write(buffer, 0, read);
            }
            return Optional.of(document.toByteArray());
        } catch (DataFormatException e) {
            // Compressed in another way: then it is none that we read.
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    private static boolean isXml(byte[] bytes, int from, int to) {
        int at = from;
        boolean marked = to - at >= 3 && (bytes[at] & 0xFF) == 0xEF && (bytes[at + 1] & 0xFF) == 0xBB;
        at += marked ? 3 : 0;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at + 1 < to && bytes[at] == '<' && (bytes[at + 1] == '?' || Character.isLetter(bytes[at + 1]));
    }

    private static byte[] trimmed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** Where the line ends that a keyword stands on; 0 when something else stands behind it. */
    private static int afterLine(byte[] pdf, int at) {
        if (at < pdf.length && pdf[at] == '\n') {
            return at + 1;
        }
        return at + 1 < pdf.length && pdf[at] == '\r' && pdf[at + 1] == '\n' ? at + 2 : 0;
    }

    private static int next(byte[] bytes, byte[] word, int from, int to) {
        for (int at = from; at <= to - word.length; at++) {
            if (bytes[at] == word[0] && Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return -1;
    }
}
