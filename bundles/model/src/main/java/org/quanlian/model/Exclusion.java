package org.quanlian.model;

/** Why vouchers do not support a service (不支持情形). Source: notice 二（二） and 五（三）. */
public enum Exclusion {
    /** 已列入各级各类科技计划或其他财政性资金支持 */
    PUBLICLY_FUNDED,
    /** 强制检测和法定检测 */
    STATUTORY_INSPECTION,
    /** 质量管理体系等认证 */
    CERTIFICATION,
    /** 商标服务 */
    TRADEMARK,
    /** 财务审计 */
    AUDIT,
    /** 企业上市辅导 */
    LISTING_TUTORING,
    /** 一般性的市场数据分析 */
    MARKET_ANALYSIS,
    /** 商务法律咨询 */
    BUSINESS_LEGAL,
    /** 技术培训 */
    TRAINING,
    /** 技术中介服务 */
    INTERMEDIARY,
    /** 非研发类项目可行性报告 */
    NON_RESEARCH_FEASIBILITY,
    /** 高新技术企业、科技型（创新型）中小企业认定咨询 */
    QUALIFICATION_CONSULTING,
    /** 已经享受省科技创新券补助 */
    ALREADY_GRANTED
}
