package org.quanlian.model;

/** The industries of the 2017 size classes (统计上大中小微型企业划分办法 2017，国统字〔2017〕213号). */
public enum Industry {
    /** 农、林、牧、渔业 */
    AGRICULTURE,
    /** 工业 */
    INDUSTRY,
    /** 建筑业 */
    CONSTRUCTION,
    /** 批发业 */
    WHOLESALE,
    /** 零售业 */
    RETAIL,
    /** 交通运输业 */
    TRANSPORT,
    /** 仓储业 */
    STORAGE,
    /** 邮政业 */
    POST,
    /** 住宿业 */
    ACCOMMODATION,
    /** 餐饮业 */
    CATERING,
    /** 信息传输业 */
    INFORMATION_TRANSMISSION,
    /** 软件和信息技术服务业 */
    SOFTWARE,
    /** 房地产开发经营 */
    REAL_ESTATE,
    /** 物业管理 */
    PROPERTY_MANAGEMENT,
    /** 租赁和商务服务业 */
    LEASING_AND_BUSINESS,
    /** 其他未列明行业 */
    OTHER
}
