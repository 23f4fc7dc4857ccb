package org.quanlian.model;

/** The papers that stand with each service (服务印证材料). Source: notice 四（四）1 to 4. */
public enum ServiceMaterial {
    /** 服务合同 */
    CONTRACT,
    /** 发票 */
    INVOICE,
    /** 资金支付凭证 */
    PAYMENT_PROOF,
    /** 服务结果报告 */
    SERVICE_RESULT
}
