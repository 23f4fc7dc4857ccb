package org.quanlian.documents.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.invoices.InvoiceDialect;
import org.quanlian.vouchers.invoices.InvoiceField;
import org.quanlian.vouchers.invoices.ReadInvoice;
import org.quanlian.vouchers.invoices.TypedInvoice;

/** Invoices of fictitious firms in each form in which they come, and files that mean harm. */
class InvoiceFilesTest {
    private static final String NUMBER = "25142000000000000001";
    private static final String NATIVE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <EInvoice><Header><EIid>25142000000000000001</EIid></Header><EInvoiceData>
            <SellerInformation><SellerIdNum>91110000600037341L</SellerIdNum><SellerName>山西示例检测有限公司</SellerName></SellerInformation>
            <BuyerInformation><BuyerIdNum>91110000600037341L</BuyerIdNum><BuyerName>太原示例新材料科技有限公司</BuyerName></BuyerInformation>
            <BasicInformation><TotalAmWithoutTax>113207.55</TotalAmWithoutTax><TotalTaxAm>6792.45</TotalTaxAm>
            <TotalTax-includedAmount>120000.00</TotalTax-includedAmount></BasicInformation>
            <IssuItemInformation><ItemName>*研发服务*检测</ItemName><Amount>113207.55</Amount></IssuItemInformation>
            </EInvoiceData><TaxSupervisionInfo><InvoiceNumber>25142000000000000001</InvoiceNumber>
            <IssueTime>2025-03-10 09:30:00</IssueTime></TaxSupervisionInfo></EInvoice>
            """;

    private final InvoiceFiles files = new InvoiceFiles();

    @Test
    void shouldReadTheTaxAuthoritysXml_andSayWhereEachThingStands() {
        ReadInvoice invoice = read(DocumentType.XML, NATIVE);

        assertThat(invoice.dialect()).isEqualTo(InvoiceDialect.TAX_AUTHORITY_XML);
        assertThat(invoice.value(InvoiceField.NUMBER)).hasValue(NUMBER);
        assertThat(invoice.value(InvoiceField.ISSUED_ON)).hasValue("2025-03-10");
        assertThat(invoice.value(InvoiceField.SELLER_NAME)).hasValue("山西示例检测有限公司");
        assertThat(invoice.value(InvoiceField.AMOUNT_WITH_TAX)).hasValue("120000.00");
        assertThat(invoice.value(InvoiceField.AMOUNT_WITHOUT_TAX)).hasValue("113207.55");
        assertThat(invoice.readings().get(InvoiceField.NUMBER).place())
                .isEqualTo("/EInvoice/TaxSupervisionInfo/InvoiceNumber");
        assertThat(invoice.value(InvoiceField.RED_LETTER)).as("it does not say").isEmpty();
        assertThat(invoice.unclear()).isEmpty();
    }

    @Test
    void shouldTellARedLetterInvoice_withTheOneItTakesBack() {
        ReadInvoice invoice = read(
                DocumentType.XML,
                NATIVE.replace("120000.00", "-120000.00")
                        .replace(
                                "<IssuItemInformation>",
                                "<RedEInvoice><OriginalInvoiceCode>25142000000000000009</OriginalInvoiceCode></RedEInvoice><IssuItemInformation>"));

        assertThat(invoice.value(InvoiceField.RED_LETTER)).hasValue("true");
        assertThat(invoice.value(InvoiceField.ORIGINAL_NUMBER)).hasValue("25142000000000000009");
    }

    @Test
    void shouldReadTheFinanceMinistrysXbrl() {
        ReadInvoice invoice = read(
                DocumentType.XML,
                """
                <xbrli:xbrl xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:einv="http://example.org/einv">
                <einv:InvoiceNumber contextRef="c">25142000000000000001</einv:InvoiceNumber>
                <einv:SellerName contextRef="c">山西示例检测有限公司</einv:SellerName>
                <einv:TotalTax-includedAmount contextRef="c" decimals="2" unitRef="CNY">120000</einv:TotalTax-includedAmount>
                <einv:WhetherEinvoiceIsRedEinvoice contextRef="c">N</einv:WhetherEinvoiceIsRedEinvoice>
                <einv:RequestTime contextRef="c">2025-03-09</einv:RequestTime>
                </xbrli:xbrl>
                """);

        assertThat(invoice.dialect()).isEqualTo(InvoiceDialect.FINANCE_MINISTRY_XBRL);
        assertThat(invoice.value(InvoiceField.AMOUNT_WITH_TAX)).hasValue("120000.00");
        assertThat(invoice.value(InvoiceField.RED_LETTER)).hasValue("false");
        assertThat(invoice.value(InvoiceField.ISSUED_ON))
                .as("when an invoice was asked for is not when it was issued")
                .isEmpty();
    }

    @Test
    void shouldReadAnOfd_byTheInvoiceInIt_andElseByWhatIsSaidBesideItsPages() throws IOException {
        String beside =
                """
                <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>
                <ofd:CustomData Name="发票号码">25142000000000000001</ofd:CustomData>
                <ofd:CustomData Name="开票日期">2025年03月10日</ofd:CustomData>
                <ofd:CustomData Name="合计金额">113207.55</ofd:CustomData>
                </ofd:CustomDatas></ofd:DocInfo></ofd:DocBody></ofd:OFD>
                """;
        String older =
                """
                <fp:eInvoice xmlns:fp="http://example.org/fp"><fp:InvoiceCode>014002500111</fp:InvoiceCode>
                <fp:InvoiceNo>12345678</fp:InvoiceNo><fp:IssueDate>2025年03月10日</fp:IssueDate>
                <fp:Seller><fp:SellerName>山西示例检测有限公司</fp:SellerName></fp:Seller>
                <fp:TaxInclusiveTotalAmount>120000.00</fp:TaxInclusiveTotalAmount></fp:eInvoice>
                """;

        ReadInvoice alone =
                files.read(DocumentType.OFD, zip(Map.of("OFD.xml", beside))).orElseThrow();
        ReadInvoice both = files.read(
                        DocumentType.OFD, zip(Map.of("OFD.xml", beside, "Doc_0/Attachs/original_invoice.xml", older)))
                .orElseThrow();

        assertThat(alone.dialect()).isEqualTo(InvoiceDialect.OFD_PROPERTIES);
        assertThat(alone.value(InvoiceField.ISSUED_ON)).hasValue("2025-03-10");
        assertThat(alone.value(InvoiceField.AMOUNT_WITHOUT_TAX)).hasValue("113207.55");
        assertThat(both.dialect()).isEqualTo(InvoiceDialect.VAT_XML);
        assertThat(both.value(InvoiceField.CODE)).hasValue("014002500111");
        assertThat(both.readings().get(InvoiceField.NUMBER).place())
                .isEqualTo("Doc_0/Attachs/original_invoice.xml:/fp:eInvoice/fp:InvoiceNo");
    }

    @Test
    void shouldReadTheXmlThatIsAttachedToAPdf() throws IOException {
        for (boolean deflated : new boolean[] {true, false}) {
            ReadInvoice invoice =
                    files.read(DocumentType.PDF, pdfWith(NATIVE, deflated)).orElseThrow();

            assertThat(invoice.value(InvoiceField.NUMBER)).hasValue(NUMBER);
            assertThat(invoice.readings().get(InvoiceField.NUMBER).place()).startsWith("attachment:/EInvoice");
        }
    }

    @Test
    void shouldReadTheQrCodeOnAPicture() throws Exception {
        byte[] digital = picture("01,32,,25142000000000000001,120000.00,20250310,,A1B2");
        byte[] older = picture("01,10,014002500111,12345678,113207.55,20250310,01234567890123456789,C3D4");

        assertThat(files.read(DocumentType.PNG, digital).orElseThrow().value(InvoiceField.AMOUNT_WITH_TAX))
                .hasValue("120000.00");
        ReadInvoice read = files.read(DocumentType.PNG, older).orElseThrow();
        assertThat(read.value(InvoiceField.AMOUNT_WITHOUT_TAX)).hasValue("113207.55");
        assertThat(read.value(InvoiceField.CODE)).hasValue("014002500111");
        assertThat(read.readings().get(InvoiceField.ISSUED_ON))
                .isEqualTo(new ReadInvoice.Reading("2025-03-10", "QR[6]"));
    }

    @Test
    void shouldMarkWhatWasTypedOtherwise_andNothingThatWasNotTyped() {
        ReadInvoice read = read(DocumentType.XML, NATIVE);

        assertThat(new TypedInvoice(
                                Optional.of(NUMBER),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2025, 3, 10)),
                                Optional.of(Money.parse("120000")))
                        .differencesFrom(read))
                .isEmpty();
        assertThat(new TypedInvoice(
                                Optional.of("25142000000000000010"),
                                Optional.of("014002500111"),
                                Optional.empty(),
                                Optional.of(Money.parse("12000.00")))
                        .differencesFrom(read))
                .containsExactly(
                        new TypedInvoice.Difference(InvoiceField.NUMBER, NUMBER, "25142000000000000010"),
                        new TypedInvoice.Difference(InvoiceField.AMOUNT_WITH_TAX, "120000.00", "12000.00"));
    }

    @Test
    void shouldTellWhatIsUnclear_insteadOfGuessing() {
        ReadInvoice invoice = read(
                DocumentType.XML,
                NATIVE.replace("<TotalTaxAm>6792.45<", "<TotalTaxAm>about 7000<")
                        .replace(
                                "</TaxSupervisionInfo>",
                                "<InvoiceNumber>25142000000000000002</InvoiceNumber></TaxSupervisionInfo>"));

        assertThat(invoice.value(InvoiceField.TAX)).isEmpty();
        assertThat(invoice.unclear())
                .containsExactly(
                        "/EInvoice/EInvoiceData/BasicInformation/TotalTaxAm",
                        "/EInvoice/TaxSupervisionInfo/InvoiceNumber");
    }

    @Test
    void shouldReadNothing_ofWhatMeansHarm() throws IOException {
        String entity = NATIVE.replace(
                        "<EInvoice>", "<!DOCTYPE EInvoice [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><EInvoice>")
                .replace("山西示例检测有限公司", "&x;");
        String laughs = NATIVE.replace(
                "<EInvoice>",
                "<!DOCTYPE EInvoice [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><EInvoice>");
        String deep = "<EInvoice>" + "<a>".repeat(1000) + "</a>".repeat(1000) + "</EInvoice>";
        String wide = "<EInvoice>" + "<a>1</a>".repeat(InvoiceXml.MAX_ELEMENTS) + "</EInvoice>";
        for (String document : new String[] {entity, laughs, deep, wide, "<EInvoice>", "", "<html/>"}) {
            assertThat(files.read(DocumentType.XML, document.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
        byte[] bomb = zip(Map.of("OFD.xml", "<a>" + " ".repeat(40_000_000) + "</a>"));
        assertThat(files.read(DocumentType.OFD, bomb)).isEmpty();
        assertThat(files.read(DocumentType.PDF, pdfWith("<EInvoice>" + " ".repeat(9_000_000) + "</EInvoice>", true)))
                .isEmpty();
        assertThat(files.read(
                        DocumentType.PDF,
                        ("%PDF-1.7\n" + "stream\n<?xml ".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void shouldFailAtNoFile_howeverItIsDamaged() throws Exception {
        Map<DocumentType, byte[]> good = Map.of(
                DocumentType.XML, NATIVE.getBytes(StandardCharsets.UTF_8),
                DocumentType.OFD, zip(Map.of("Doc_0/invoice.xml", NATIVE)),
                DocumentType.PDF, pdfWith(NATIVE, true),
                DocumentType.PNG, picture("01,32,,25142000000000000001,120000.00,20250310,,A1B2"));
        Random random = new Random(20250701);
        for (Map.Entry<DocumentType, byte[]> file : good.entrySet()) {
            for (int i = 0; i < 150; i++) {
                byte[] damaged = file.getValue().clone();
                for (int change = random.nextInt(5); change >= 0; change--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                Optional<ReadInvoice> read = files.read(file.getKey(), damaged);
                read.ifPresent(invoice -> assertThat(invoice.readings()).containsKey(InvoiceField.NUMBER));
            }
        }
    }

    private ReadInvoice read(DocumentType type, String document) {
        return files.read(type, document.strip().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }

    private static byte[] pdfWith(String attachment, boolean deflated) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            byte[] bytes = attachment.strip().getBytes(StandardCharsets.UTF_8);
            PDEmbeddedFile embedded = deflated
                    ? new PDEmbeddedFile(
                            pdf, new ByteArrayInputStream(bytes), org.apache.pdfbox.cos.COSName.FLATE_DECODE)
                    : new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes));
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile("invoice.xml");
            file.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("invoice.xml", file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] picture(String text) throws Exception {
        BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 200, 200);
        BufferedImage page = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 600; x++) {
                boolean black = x < 200 && y < 200 && dots.get(x, y);
                page.setRGB(x, y, black ? 0x000000 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(page, "png", png);
        return png.toByteArray();
    }
}
