package org.quanlian.documents.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.quanlian.documents.internal.Press;
import org.quanlian.vouchers.papers.Paper;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperPress;

/** Printed pages, as a reader sees them. */
final class Pages {
    private static final int DPI = 60;

    private Pages() {}

    /** A press of its own, which takes no complaint of the renderer. */
    static PaperPress press() {
        return new Press(Optional.of("https://voucher.example/"), warning -> {
            throw new AssertionError("the renderer complains: " + warning);
        });
    }

    /** A paper as PDF. */
    static byte[] print(Paper paper) {
        return press().print(paper, PaperFormat.PDF).bytes();
    }

    /** The text of all pages, without the breaks of lines, and with one space for several. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "").replaceAll("\\p{Z}+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int count(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page as a picture. */
    static BufferedImage picture(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, DPI);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
