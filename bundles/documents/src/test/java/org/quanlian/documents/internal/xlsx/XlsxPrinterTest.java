package org.quanlian.documents.internal.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.quanlian.documents.internal.Samples;
import org.quanlian.documents.internal.papers.Contents;
import org.quanlian.documents.internal.zip.ZipParts;
import org.quanlian.vouchers.papers.Paper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Lists as spreadsheets, read back without the library that wrote them. */
class XlsxPrinterTest {
    private static final String FIRM = "太原示例新材料科技有限公司";
    private static final int HEADING = 4;

    @Test
    void shouldHaveNumbersAsNumbers_daysAsDays_andTextsAsTexts() throws Exception {
        Book book = Book.of(Samples.recommendations(FIRM, 3));

        assertThat(book.value("A1")).isEqualTo("山西省科技创新券兑现推荐名单");
        assertThat(book.value("C4")).isEqualTo("申请单位");
        assertThat(book.value("B5")).isEqualTo("140100-2025-000001");
        assertThat(book.type("B5")).isEqualTo("s");
        assertThat(book.value("D5")).as("a code of 18 characters stays whole").isEqualTo(Samples.USCC.toString());
        assertThat(book.type("G5")).isIn("n", "");
        assertThat(book.value("G5")).isEqualTo("60000.01");
        assertThat(book.format("G5")).isEqualTo("#,##0.00");
        assertThat(book.value("E5"))
                .as("2025-07-01, counted as spreadsheets do")
                .isEqualTo("45839.0");
        assertThat(book.format("E5")).isEqualTo("yyyy-mm-dd");
        assertThat(book.value("G8")).as("the sum").isEqualTo("180000.06");
    }

    @Test
    void shouldKeepTheHeadingsInSight_andGiveColumnsTheirWidths() throws Exception {
        Document sheet = Book.of(Samples.allocation(FIRM, 2)).sheet;

        Element pane = (Element) sheet.getElementsByTagName("pane").item(0);
        assertThat(pane.getAttribute("state")).isEqualTo("frozen");
        assertThat(pane.getAttribute("ySplit")).isEqualTo(String.valueOf(HEADING));
        NodeList columns = sheet.getElementsByTagName("col");
        assertThat(columns.getLength()).isEqualTo(7);
        assertThat(Double.parseDouble(((Element) columns.item(2)).getAttribute("width")))
                .isGreaterThan(30);
    }

    @Test
    void shouldHoldNoFormula_whateverNamesBeginWith() throws Exception {
        for (String name :
                new String[] {"=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2", "@SUM(A1)", "\t=1", "<f>1</f>"}) {
            Book book = Book.of(Samples.notice(name, 1));

            assertThat(book.sheet.getElementsByTagName("f").getLength()).isZero();
            assertThat(book.type("B5")).isEqualTo("s");
            assertThat(book.value("B5")).isEqualTo(name.replace("\t", ""));
        }
    }

    @Test
    void shouldBeTheSameBytes_forTheSameList() {
        XlsxPrinter printer = new XlsxPrinter();

        assertThat(printer.print(Contents.of(Samples.notice(FIRM, 1000))))
                .isEqualTo(new XlsxPrinter().print(Contents.of(Samples.notice(FIRM, 1000))));
    }

    @Test
    void shouldListAThousandClaims() throws Exception {
        Book book = Book.of(Samples.notice(FIRM, 1000));

        assertThat(book.value("A1004")).isEqualTo("1000");
        assertThat(book.value("D1004")).isEqualTo("50070.00");
        assertThat(book.value("B1005")).isEqualTo("合计");
    }

    /** A spreadsheet, as its XML says. */
    private static final class Book {
        private final Document sheet;
        private final Document styles;
        private final Document strings;
        private final Map<String, Element> cells = new HashMap<>();

        private Book(Map<String, byte[]> parts) throws Exception {
            sheet = xml(parts.get("xl/worksheets/sheet1.xml"));
            styles = xml(parts.get("xl/styles.xml"));
            strings = xml(parts.get("xl/sharedStrings.xml"));
            NodeList all = sheet.getElementsByTagName("c");
            for (int i = 0; i < all.getLength(); i++) {
                cells.put(((Element) all.item(i)).getAttribute("r"), (Element) all.item(i));
            }
        }

        static Book of(Paper paper) throws Exception {
            Map<String, byte[]> parts = new HashMap<>();
            byte[] file = new XlsxPrinter().print(Contents.of(paper));
            ZipParts.read(file, new ZipParts.Bounds(100, 10_000_000))
                    .forEach(part -> parts.put(part.name(), part.bytes()));
            return new Book(parts);
        }

        String type(String cell) {
            return cells.get(cell).getAttribute("t");
        }

        String value(String cell) {
            String raw = cells.get(cell).getElementsByTagName("v").item(0).getTextContent();
            return type(cell).equals("s")
                    ? strings.getElementsByTagName("si")
                            .item(Integer.parseInt(raw))
                            .getTextContent()
                    : raw;
        }

        String format(String cell) {
            NodeList formats = ((Element) styles.getElementsByTagName("cellXfs").item(0)).getElementsByTagName("xf");
            String id = ((Element) formats.item(Integer.parseInt(cells.get(cell).getAttribute("s"))))
                    .getAttribute("numFmtId");
            NodeList own = styles.getElementsByTagName("numFmt");
            for (int i = 0; i < own.getLength(); i++) {
                if (((Element) own.item(i)).getAttribute("numFmtId").equals(id)) {
                    return ((Element) own.item(i)).getAttribute("formatCode");
                }
            }
            return id.equals("4") ? "#,##0.00" : id;
        }

        private static Document xml(byte[] part) throws Exception {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            new String(part, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
