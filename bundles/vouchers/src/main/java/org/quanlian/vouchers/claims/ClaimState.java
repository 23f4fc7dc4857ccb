package org.quanlian.vouchers.claims;

/** Where a claim stands in the procedure (申请状态), notice section 四（四）–（八） and 五（七）. */
public enum ClaimState {
    /** Being put together by the applicant (草稿). */
    DRAFT,
    /** Filed with the city, which reviews it (已提交，市级初审). */
    FILED,
    /** Sent back to the applicant with a list of what to correct (退回补正). */
    RETURNED,
    /** Recommended to the province by the city (市级已推荐). */
    RECOMMENDED,
    /** Accepted by the sharing centre (省共享中心已受理). */
    ACCEPTED,
    /** With experts (专家评审). */
    IN_EXPERT_REVIEW,
    /** Assessed by the experts; the department decides (评审完成，待省科技厅审核). */
    REVIEWED,
    /** An amount is approved and committed (拟兑现). */
    APPROVED,
    /** On public notice (公示中). */
    PUBLISHED,
    /** On public notice, halted by an objection (公示异议，暂停). */
    HALTED,
    /** The public notice ended without objection (公示期满). */
    CONFIRMED,
    /** The province's money went to the city (资金已下达). */
    ALLOCATED,
    /** Both shares were paid (已兑付). */
    PAID,
    /** Part of what was paid is claimed back (部分追回). */
    PARTLY_CLAWED_BACK,
    /** All that was paid is claimed back (已追回). */
    CLAWED_BACK,
    /** Taken back by the applicant (已撤回). */
    WITHDRAWN,
    /** Rejected by the city (初审不通过). */
    REJECTED,
    /** Not accepted by the sharing centre (不予受理). */
    DECLINED,
    /** Not approved by the department (不予兑现). */
    NOT_APPROVED,
    /** The budget of the year ran out before it (预算用尽). */
    EXHAUSTED,
    /** Its services are for the next year's policy (结转下年度). */
    CARRIED_OVER,
    /** Revoked after approval, because of a violation (撤销). */
    REVOKED;

    /** Whether no move leads out of it. */
    public boolean isFinal() {
        return ClaimMove.from(this).isEmpty();
    }

    /** Whether a claim in this state keeps its vouchers from other claims: it is live, or a draft that may become so. */
    public boolean holdsVouchers() {
        return this == DRAFT || holdsActivities();
    }

    /** Whether a claim in this state keeps its invoices from other claims (五（三）). */
    public boolean holdsActivities() {
        return switch (this) {
            case DRAFT, WITHDRAWN, REJECTED, DECLINED, NOT_APPROVED, EXHAUSTED, CARRIED_OVER, REVOKED -> false;
            default -> true;
        };
    }
}
