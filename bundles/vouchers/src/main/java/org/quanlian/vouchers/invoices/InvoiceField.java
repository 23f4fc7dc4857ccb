package org.quanlian.vouchers.invoices;

/** What an invoice says (发票要素), each told as a text. */
public enum InvoiceField {
    /** 发票号码: twenty digits, or eight with a code. */
    NUMBER,
    /** 发票代码, of older invoices. */
    CODE,
    /** 开票日期, as in {@code 2025-03-10}. */
    ISSUED_ON,
    /** 销售方名称. */
    SELLER_NAME,
    /** 销售方纳税人识别号. */
    SELLER_ID,
    /** 购买方名称. */
    BUYER_NAME,
    /** 购买方纳税人识别号. */
    BUYER_ID,
    /** 合计金额（不含税）, in yuan. */
    AMOUNT_WITHOUT_TAX,
    /** 合计税额, in yuan. */
    TAX,
    /** 价税合计, in yuan. */
    AMOUNT_WITH_TAX,
    /** 是否红字发票: {@code true} or {@code false}. */
    RED_LETTER,
    /** 被红冲的原发票号码. */
    ORIGINAL_NUMBER
}
