package org.quanlian.documents.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.quanlian.documents.internal.content.Content;
import org.quanlian.documents.internal.content.ContentDigest;
import org.quanlian.documents.internal.papers.Contents;
import org.quanlian.documents.internal.pdf.PdfPrinter;
import org.quanlian.documents.internal.xlsx.XlsxPrinter;
import org.quanlian.vouchers.papers.ApplicationForm;
import org.quanlian.vouchers.papers.DecisionStatement;
import org.quanlian.vouchers.papers.Paper;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperPress;
import org.quanlian.vouchers.papers.PaperRefusals;
import org.quanlian.vouchers.papers.PrintedPaper;

/**
 * Prints papers, so many at a time, and remembers the last ones: a notice that everybody reads is printed once.
 *
 * <p>Which paper it is tells the digest of what stands on it; so nobody gets what another may see by it.
 */
public final class Press implements PaperPress {
    /** How many papers are printed at once; others wait, and how many wait is bounded by whoever lets them in. */
    public static final int AT_ONCE = 2;

    /** How many bytes of papers are remembered. */
    public static final int REMEMBERED_BYTES = 16 * 1024 * 1024;

    private final Supplier<PdfPrinter> makesPdf;
    private final XlsxPrinter xlsx = new XlsxPrinter();
    private final Semaphore printing = new Semaphore(AT_ONCE, true);
    private final Map<String, PrintedPaper> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private long rememberedBytes;
    private Optional<PdfPrinter> pdf = Optional.empty();

    /**
     * @param address where people reach the node, for links on papers; empty when it is not told
     * @param warnings takes what the renderer complains about
     */
    public Press(Optional<String> address, Consumer<String> warnings) {
        this.makesPdf = () -> new PdfPrinter(address, warnings);
    }

    @Override
    public PrintedPaper print(Paper paper, PaperFormat format) {
        boolean pagesOnly = paper instanceof ApplicationForm || paper instanceof DecisionStatement;
        if (format == PaperFormat.XLSX && pagesOnly) {
            throw PaperRefusals.format(paper.kind(), format);
        }
        Content content = Contents.of(paper);
        String digest = ContentDigest.of(content);
        String key = format + digest;
        return recall(key).orElseGet(() -> {
            printing.acquireUninterruptibly();
            try {
                // Whoever waited may find that another printed it.
                return recall(key).orElseGet(() -> remember(key, printed(content, digest, format)));
            } finally {
                printing.release();
            }
        });
    }

    private PrintedPaper printed(Content content, String digest, PaperFormat format) {
        byte[] file =
                switch (format) {
                    case PDF -> pdf().print(content);
                    case XLSX -> xlsx.print(content);
                };
        return new PrintedPaper(content.title(), digest, file);
    }

    /** It reads the font, for which no start of a node waits. */
    private synchronized PdfPrinter pdf() {
        PdfPrinter printer = pdf.orElseGet(makesPdf);
        pdf = Optional.of(printer);
        return printer;
    }

    private synchronized Optional<PrintedPaper> recall(String key) {
        return Optional.ofNullable(remembered.get(key));
    }

    private synchronized PrintedPaper remember(String key, PrintedPaper paper) {
        PrintedPaper before = remembered.put(key, paper);
        rememberedBytes += paper.bytes().length - (before == null ? 0 : before.bytes().length);
        Iterator<PrintedPaper> oldest = remembered.values().iterator();
        while (rememberedBytes > REMEMBERED_BYTES && oldest.hasNext()) {
            rememberedBytes -= oldest.next().bytes().length;
            oldest.remove();
        }
        return paper;
    }
}
