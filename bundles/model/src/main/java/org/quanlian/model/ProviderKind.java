package org.quanlian.model;

/** The kinds of service providers (服务机构类型). Source: notice 二（三）1. */
public enum ProviderKind {
    /** 高等院校 */
    UNIVERSITY,
    /** 科研院所 */
    RESEARCH_INSTITUTE,
    /** 新型研发机构 */
    NEW_RESEARCH_INSTITUTION,
    /** 重点实验室 */
    KEY_LABORATORY,
    /** 技术创新中心 */
    INNOVATION_CENTRE,
    /** 中试基地 */
    PILOT_BASE,
    /** 临床医学研究中心 */
    CLINICAL_RESEARCH_CENTRE,
    /** 科技基础条件平台 */
    SCIENCE_PLATFORM,
    /** 工程研究中心 */
    ENGINEERING_RESEARCH_CENTRE,
    /** 其他机构 */
    OTHER
}
