package org.quanlian.model;

/** Which level of government recognised a provider's platform (认定级别). Source: notice 二（三）1. */
public enum ProviderLevel {
    /** 国家级 */
    NATIONAL,
    /** 省部级 */
    PROVINCIAL,
    /** 市级 */
    MUNICIPAL
}
