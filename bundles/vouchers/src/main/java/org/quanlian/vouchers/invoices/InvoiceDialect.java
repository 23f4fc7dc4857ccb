package org.quanlian.vouchers.invoices;

/** In which form an invoice tells about itself. */
public enum InvoiceDialect {
    /** The tax authority's own XML of the fully digital invoice (数电票). */
    TAX_AUTHORITY_XML,
    /** The finance ministry's XBRL (电子凭证会计数据标准). */
    FINANCE_MINISTRY_XBRL,
    /** The XML of the older electronic VAT invoice (增值税电子发票), which lies in its OFD file. */
    VAT_XML,
    /** Names with values beside an OFD file's pages (GB/T 33190, CustomDatas). */
    OFD_PROPERTIES,
    /** The text of the QR code on an invoice. */
    QR_CODE
}
