package org.quanlian.model;

/** How big an enterprise is by the 2017 statistics rules (企业规模), biggest first. Source: 国统字〔2017〕213号. */
public enum SizeClass {
    /** 大型 */
    LARGE,
    /** 中型 */
    MEDIUM,
    /** 小型 */
    SMALL,
    /** 微型 */
    MICRO
}
