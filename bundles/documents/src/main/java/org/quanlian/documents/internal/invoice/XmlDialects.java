package org.quanlian.documents.internal.invoice;

import static org.quanlian.vouchers.invoices.InvoiceField.AMOUNT_WITHOUT_TAX;
import static org.quanlian.vouchers.invoices.InvoiceField.AMOUNT_WITH_TAX;
import static org.quanlian.vouchers.invoices.InvoiceField.BUYER_ID;
import static org.quanlian.vouchers.invoices.InvoiceField.BUYER_NAME;
import static org.quanlian.vouchers.invoices.InvoiceField.CODE;
import static org.quanlian.vouchers.invoices.InvoiceField.ISSUED_ON;
import static org.quanlian.vouchers.invoices.InvoiceField.NUMBER;
import static org.quanlian.vouchers.invoices.InvoiceField.ORIGINAL_NUMBER;
import static org.quanlian.vouchers.invoices.InvoiceField.RED_LETTER;
import static org.quanlian.vouchers.invoices.InvoiceField.SELLER_ID;
import static org.quanlian.vouchers.invoices.InvoiceField.SELLER_NAME;
import static org.quanlian.vouchers.invoices.InvoiceField.TAX;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.vouchers.invoices.InvoiceDialect;
import org.quanlian.vouchers.invoices.InvoiceField;
import org.quanlian.vouchers.invoices.ReadInvoice;

/**
 * The XML dialects of invoices, as far as public sources tell them; see docs/papers.md. An element that is not named here
 * is not read: nobody told us what it means.
 */
final class XmlDialects {
    private static final String DATA = "/EInvoice/EInvoiceData";

    private static final Map<String, InvoiceField> TAX_AUTHORITY = Map.ofEntries(
            Map.entry("/EInvoice/TaxSupervisionInfo/InvoiceNumber", NUMBER),
            Map.entry("/EInvoice/TaxSupervisionInfo/IssueTime", ISSUED_ON),
            Map.entry(DATA + "/SellerInformation/SellerName", SELLER_NAME),
            Map.entry(DATA + "/SellerInformation/SellerIdNum", SELLER_ID),
            Map.entry(DATA + "/BuyerInformation/BuyerName", BUYER_NAME),
            Map.entry(DATA + "/BuyerInformation/BuyerIdNum", BUYER_ID),
            Map.entry(DATA + "/BasicInformation/TotalAmWithoutTax", AMOUNT_WITHOUT_TAX),
            Map.entry(DATA + "/BasicInformation/TotalTaxAm", TAX),
            Map.entry(DATA + "/BasicInformation/TotalTax-includedAmount", AMOUNT_WITH_TAX));

    /** Below which element it stands is not told. */
    private static final String ORIGINAL = "/RedEInvoice/OriginalInvoiceCode";

    private static final Map<String, InvoiceField> FINANCE_MINISTRY = Map.ofEntries(
            Map.entry("einv:InvoiceNumber", NUMBER),
            Map.entry("einv:IssueTime", ISSUED_ON),
            Map.entry("einv:SellerName", SELLER_NAME),
            Map.entry("einv:SellerIdNum", SELLER_ID),
            Map.entry("einv:BuyerName", BUYER_NAME),
            Map.entry("einv:BuyerIdNum", BUYER_ID),
            Map.entry("einv:TotalAmWithoutTax", AMOUNT_WITHOUT_TAX),
            Map.entry("einv:TotalTaxAm", TAX),
            Map.entry("einv:TotalTax-includedAmount", AMOUNT_WITH_TAX),
            Map.entry("einv:WhetherEinvoiceIsRedEinvoice", RED_LETTER));

    private static final Map<String, InvoiceField> VAT = Map.ofEntries(
            Map.entry("/eInvoice/InvoiceCode", CODE),
            Map.entry("/eInvoice/InvoiceNo", NUMBER),
            Map.entry("/eInvoice/IssueDate", ISSUED_ON),
            Map.entry("/eInvoice/Seller/SellerName", SELLER_NAME),
            Map.entry("/eInvoice/Seller/SellerTaxID", SELLER_ID),
            Map.entry("/eInvoice/Buyer/BuyerName", BUYER_NAME),
            Map.entry("/eInvoice/Buyer/BuyerTaxID", BUYER_ID),
            Map.entry("/eInvoice/TaxExclusiveTotalAmount", AMOUNT_WITHOUT_TAX),
            Map.entry("/eInvoice/TaxTotalAmount", TAX),
            Map.entry("/eInvoice/TaxInclusiveTotalAmount", AMOUNT_WITH_TAX));

    private static final Map<String, InvoiceField> OFD = Map.of(
            "发票代码", CODE,
            "发票号码", NUMBER,
            "开票日期", ISSUED_ON,
            "合计金额", AMOUNT_WITHOUT_TAX,
            "合计税额", TAX,
            "购买方纳税人识别号", BUYER_ID,
            "销售方纳税人识别号", SELLER_ID);

    private XmlDialects() {}

    /**
     * What a document says about an invoice, if it is one of these dialects.
     *
     * @param file name of the file in which it lies, for places; empty when it is the file itself
     */
    static Optional<ReadInvoice> read(String file, byte[] document) {
        List<InvoiceXml.Leaf> leaves = InvoiceXml.leaves(document).orElse(List.of());
        if (leaves.isEmpty()) {
            return Optional.empty();
        }
        String root = plain(leaves.get(0).path()).split("/", 3)[1];
        return switch (root) {
            case "EInvoice" -> gather(file, leaves, InvoiceDialect.TAX_AUTHORITY_XML);
            case "xbrl" -> gather(file, leaves, InvoiceDialect.FINANCE_MINISTRY_XBRL);
            case "eInvoice" -> gather(file, leaves, InvoiceDialect.VAT_XML);
            case "OFD" -> gather(file, leaves, InvoiceDialect.OFD_PROPERTIES);
            default -> Optional.empty();
        };
    }

    private static Optional<ReadInvoice> gather(String file, List<InvoiceXml.Leaf> leaves, InvoiceDialect dialect) {
        Readings readings = new Readings();
        for (InvoiceXml.Leaf leaf : leaves) {
            field(dialect, leaf.path()).ifPresent(field -> readings.take(field, leaf.text(), file + leaf.path()));
        }
        return readings.of(dialect);
    }

    private static Optional<InvoiceField> field(InvoiceDialect dialect, String path) {
        return switch (dialect) {
            case TAX_AUTHORITY_XML -> plain(path).endsWith(ORIGINAL)
                    ? Optional.of(ORIGINAL_NUMBER)
                    : Optional.ofNullable(TAX_AUTHORITY.get(plain(path)));
            case FINANCE_MINISTRY_XBRL -> Optional.ofNullable(
                    FINANCE_MINISTRY.get(path.substring(path.lastIndexOf('/') + 1)));
            case VAT_XML -> Optional.ofNullable(VAT.get(plain(path)));
            case OFD_PROPERTIES -> named(path).map(OFD::get);
            case QR_CODE -> Optional.empty();
        };
    }

    /** A path without the prefixes of its names, which whoever writes a document chooses. */
    private static String plain(String path) {
        return path.replaceAll("/[^/:\\[]+:", "/");
    }

    private static Optional<String> named(String path) {
        int from = path.lastIndexOf("CustomData[");
        return from < 0 || !path.endsWith("]")
                ? Optional.empty()
                : Optional.of(path.substring(from + "CustomData[".length(), path.length() - 1));
    }
}
