package org.quanlian.vouchers.orders;

/** How far an order has come (订单状态), notice section 四（二）（三）. */
public enum OrderState {
    /** Asked of the provider (待服务机构答复). */
    REQUESTED,
    /** Accepted by the provider; the service is rendered, then proved (服务中). */
    ACCEPTED,
    /** Declined by the provider (服务机构未接受). */
    DECLINED,
    /** Taken back by the applicant (已取消). */
    CANCELLED,
    /** Proved by the applicant; the provider looks at it (待服务机构确认). */
    PROVED,
    /** What was proved is to be corrected (有异议，待更正). */
    DISPUTED,
    /** Confirmed by the provider: the voucher is bound (已绑定). */
    BOUND;

    /** Whether no move leads out of it. */
    public boolean isFinal() {
        return OrderMove.from(this).isEmpty();
    }
}
