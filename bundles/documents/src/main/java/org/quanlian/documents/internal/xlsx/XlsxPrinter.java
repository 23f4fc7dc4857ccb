package org.quanlian.documents.internal.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.quanlian.documents.internal.content.Block;
import org.quanlian.documents.internal.content.Cell;
import org.quanlian.documents.internal.content.Column;
import org.quanlian.documents.internal.content.Content;
import org.quanlian.documents.internal.content.ContentDigest;
import org.quanlian.documents.internal.zip.ZipParts;

/**
 * Prints the table of a list as a spreadsheet: numbers are numbers, days are days, and texts are texts, whatever they begin
 * with: no cell holds a formula. Rows are written as they come, and the headings stay in sight.
 */
public final class XlsxPrinter {
    private static final String AMOUNT = "#,##0.00";
    private static final String DAY = "yyyy-mm-dd";
    private static final int FEN_DECIMALS = 2;

    /** About how many narrow characters the whole width of a page takes. */
    private static final double PAGE_WIDTH = 150;

    /** What our own files have at most: a list is bounded by whoever makes it. */
    private static final ZipParts.Bounds OWN = new ZipParts.Bounds(100, 64 * 1024 * 1024);

    /** One time for all parts, which an archive tells without a time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final int FLUSH_EVERY = 200;
    private static final int TITLE_ROW = 0;
    private static final int HEADING_ROW = 3;

    /** The file; the same bytes for the same content. */
    public byte[] print(Content content) {
        Block.Table table = content.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a spreadsheet is of a table"));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Quanlian", "1.0")) {
            book.properties().setTitle(content.title()).setSubject(content.reference());
            Worksheet sheet = book.newWorksheet("Sheet1");
            write(sheet, content, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return withoutTimes(file.toByteArray(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Worksheet sheet, Content content, Block.Table table) throws IOException {
        int last = table.columns().size() - 1;
        // They reach over the cells beside them; cells that are merged would be written in an order that changes.
        sheet.value(TITLE_ROW, 0, content.title());
        sheet.style(TITLE_ROW, 0).bold().fontSize(14).set();
        sheet.value(1, 0, content.subtitle());
        sheet.value(2, 0, "SHA-256 " + ContentDigest.of(content));
        sheet.style(2, 0).fontSize(8).fontColor("666666").set();
        for (int column = 0; column <= last; column++) {
            Column of = table.columns().get(column);
            sheet.width(column, Math.max(6, of.width() * PAGE_WIDTH / 100));
            sheet.value(HEADING_ROW, column, of.label());
            sheet.style(HEADING_ROW, column)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .fillColor("F0F0F0")
                    .borderStyle(BorderStyle.THIN)
                    .set();
        }
        sheet.freezePane(0, HEADING_ROW + 1);
        sheet.repeatRows(HEADING_ROW);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation(content.landscape() ? "landscape" : "portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        int row = HEADING_ROW + 1;
        for (List<Cell> cells : table.rows()) {
            row(sheet, row++, cells, false);
            if (row % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }
        if (!table.total().isEmpty()) {
            row(sheet, row, table.total(), true);
        }
    }

    private static void row(Worksheet sheet, int row, List<Cell> cells, boolean bold) {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            var style = sheet.style(row, column).borderStyle(BorderStyle.THIN).verticalAlignment("center");
            if (bold) {
                style.bold();
            }
            if (cell instanceof Cell.Text text) {
                sheet.value(row, column, visible(text.text()));
                style.wrapText(true);
            } else if (cell instanceof Cell.Amount amount) {
                sheet.value(row, column, BigDecimal.valueOf(amount.money().fen(), FEN_DECIMALS));
                style.format(AMOUNT);
            } else if (cell instanceof Cell.Count count) {
                sheet.value(row, column, count.number());
                style.horizontalAlignment("center");
            } else if (cell instanceof Cell.Day day) {
                sheet.value(row, column, day.date());
                style.format(DAY).horizontalAlignment("center");
            }
            style.set();
        }
    }

    /** A text without control characters, which XML can't hold. */
    private static String visible(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The same file with the instant of its content wherever the library writes the time of printing. */
    private static byte[] withoutTimes(byte[] file, Content content) throws IOException {
        ByteArrayOutputStream same = new ByteArrayOutputStream(file.length);
        try (ZipOutputStream out = new ZipOutputStream(same)) {
            for (ZipParts.Part part : ZipParts.read(file, OWN)) {
                ZipEntry timeless = new ZipEntry(part.name());
                timeless.setTimeLocal(NO_TIME);
                out.putNextEntry(timeless);
                out.write(part.name().equals("docProps/core.xml") ? created(part.bytes(), content) : part.bytes());
                out.closeEntry();
            }
        }
        return same.toByteArray();
    }

    private static byte[] created(byte[] properties, Content content) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceFirst(
                        "(<dcterms:created[^>]*>)[^<]*(<)", "$1" + content.at().truncatedTo(ChronoUnit.SECONDS) + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
