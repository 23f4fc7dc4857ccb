package org.quanlian.model;

/** What makes an applicant one of the supported kinds (资格). Source: notice 一（三）. */
public enum QualificationType {
    /** 科技型中小企业 */
    TECH_SME,
    /** 创新型中小企业 */
    INNOVATIVE_SME,
    /** 国家高新技术企业 */
    HIGH_TECH,
    /** 专精特新中小企业 */
    SPECIALISED_SME,
    /** 省级以上科技企业孵化器入驻 */
    INCUBATOR_TENANT,
    /** 省级以上众创空间入驻 */
    MAKERSPACE_TENANT,
    /** 省级以上大学科技园入驻 */
    UNIVERSITY_PARK_TENANT,
    /** 晋创谷创新驱动平台入驻 */
    JINCHUANGGU_TENANT
}
