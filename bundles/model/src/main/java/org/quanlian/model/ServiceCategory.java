package org.quanlian.model;

/** The kinds of research services that vouchers support (创新服务类别). Source: notice 二（一）. */
public enum ServiceCategory {
    /** 测试检测 */
    TESTING,
    /** 科学数据 */
    SCIENTIFIC_DATA,
    /** 科技查新 */
    NOVELTY_SEARCH,
    /** 生物种质与实验材料 */
    BIOLOGICAL_MATERIALS,
    /** 数据计算 */
    COMPUTING,
    /** 技术（产品、工程）设计 */
    DESIGN,
    /** 样品加工 */
    SAMPLE_PROCESSING,
    /** 小试中试试验 */
    PILOT_TEST
}
