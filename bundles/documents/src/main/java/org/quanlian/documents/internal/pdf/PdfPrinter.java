package org.quanlian.documents.internal.pdf;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.quanlian.documents.internal.content.Content;
import org.quanlian.documents.internal.content.ContentDigest;
import org.quanlian.model.ChinaTime;
import org.w3c.dom.Document;

/**
 * Prints what stands on papers as PDF/A-2a, tagged: A4, for print on both sides, with page numbers, a watermark, and a QR code by which
 * the paper is verified. The renderer opens nothing: it has the tree, the style and the font, and refuses every address.
 */
public final class PdfPrinter {
    private static final String PRODUCER = "Quanlian";
    private static final int REGULAR = 400;

    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*");

    private final PaperFont font = new PaperFont();
    private final String style = style("paper.css");
    private final String lying = style + style("landscape.css");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final Optional<String> address;
    private final Consumer<String> warnings;

    /**
     * @param address where people reach the node, for links on papers; empty when it is not told
     * @param warnings takes what the renderer complains about
     */
    public PdfPrinter(Optional<String> address, Consumer<String> warnings) {
        this.address = address;
        this.warnings = warnings;
        // It would write each run into the log of the platform; what matters comes to the warnings.
        XRLog.setLoggingEnabled(false);
    }

    /** The file; the same bytes for the same content. */
    public byte[] print(Content content) {
        String digest = ContentDigest.of(content);
        Document html = Html.of(content, font, content.landscape() ? lying : style, new Verification(digest, address));
        try (PdfBoxRenderer renderer = builder(html).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            describe(pdf, content);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            pdf.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfRendererBuilder builder(Document html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(html, "");
        builder.useFont(font::open, PaperFont.FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.withProducer(PRODUCER);
        // Tagged, so that a screen reader can read it; and without the fonts of the machine, which would be looked for.
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
        builder.useHttpStreamImplementation(PdfPrinter::refuse);
        builder.useProtocolsStreamImplementation(PdfPrinter::refuse, "http", "https", "file", "jar", "ftp");
        builder.withDiagnosticConsumer(this::tell);
        builder.toStream(new ByteArrayOutputStream());
        return builder;
    }

    private static FSStream refuse(String address) {
        throw new IllegalStateException("nothing is fetched for a paper: " + address);
    }

    private void tell(Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue()) {
            warnings.accept(diagnostic.getFormattedMessage());
        }
    }

    /** Says in the file what it is and from when, in place of the time of printing. */
    private static void describe(PDDocument pdf, Content content) throws IOException {
        Calendar at = new GregorianCalendar(TimeZone.getTimeZone(ChinaTime.ZONE));
        at.setTimeInMillis(content.at().toEpochMilli());
        // What stands here stands in the metadata too, and nothing else, as PDF/A wants it.
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(content.title());
        about.setSubject(content.reference());
        about.setProducer(PRODUCER);
        about.setCreationDate(at);
        pdf.setDocumentInformation(about);
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();
        String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
        String created = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                content.at().truncatedTo(ChronoUnit.SECONDS).atZone(ChinaTime.ZONE));
        catalog.getMetadata()
                .importXMPMetadata(
                        CREATED.matcher(metadata).replaceFirst("$1" + created).getBytes(StandardCharsets.UTF_8));
        catalog.setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        preferences.setDuplex(
                content.landscape()
                        ? PDViewerPreferences.DUPLEX.DuplexFlipShortEdge
                        : PDViewerPreferences.DUPLEX.DuplexFlipLongEdge);
        catalog.setViewerPreferences(preferences);
        // Else its name would be made of the time of printing.
        pdf.setDocumentId(content.at().toEpochMilli());
    }

    private static String style(String name) {
        try (InputStream in = PdfPrinter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
