package org.quanlian.model;

/** The papers that stand with a claim as a whole (申请材料). Source: notice 四（四）5 to 8. */
public enum ClaimMaterial {
    /** 资格证明 */
    QUALIFICATION_PROOF,
    /** 无关联关系承诺书 */
    NON_AFFILIATION_COMMITMENT,
    /** 营业执照副本 */
    BUSINESS_LICENCE,
    /** 法定代表人身份证 */
    LEGAL_REPRESENTATIVE_ID
}
