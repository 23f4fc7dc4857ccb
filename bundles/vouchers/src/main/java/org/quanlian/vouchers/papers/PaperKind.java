package org.quanlian.vouchers.papers;

/** What a paper is (纸质材料种类). */
public enum PaperKind {
    /** 《山西省科技创新券兑现申请表》, 四（四）. */
    APPLICATION_FORM,
    /** What was decided about a claim, with each reason and its clause (核定说明). */
    DECISION_STATEMENT,
    /** The claims that a city recommends (市级初审推荐名单), 四（五）. */
    RECOMMENDATION_LIST,
    /** The claims on a public notice (公示名单), 四（七）. */
    NOTICE_LIST,
    /** The claims for which a city is given money (资金下达明细), 四（八）. */
    ALLOCATION_LIST
}
