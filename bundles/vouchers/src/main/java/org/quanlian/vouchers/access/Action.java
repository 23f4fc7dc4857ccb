package org.quanlian.vouchers.access;

/** What can be done in the voucher year (操作), as far as not everybody may do it. */
public enum Action {
    // Accounts
    MANAGE_ACCOUNTS,
    READ_ACCOUNTS,
    READ_OWN_ACCOUNT,
    // Registration and catalogue, 四（一）（二）
    REGISTER_TEAM,
    EDIT_ORGANISATION,
    READ_ORGANISATION,
    DECIDE_REGISTRATION,
    OFFER_SERVICE,
    IMPORT_LISTS,
    READ_LISTS,
    DECLARE_RELATIONS,
    // Orders and binding, 四（二）（三）
    ORDER_SERVICE,
    ANSWER_ORDER,
    PROVE_SERVICE,
    CONFIRM_SERVICE,
    READ_ORDER,
    // Claims, 四（四）–（六）
    DRAFT_CLAIM,
    FILE_CLAIM,
    WITHDRAW_CLAIM,
    READ_CLAIM,
    REVIEW_FOR_CITY,
    ACCEPT_FOR_CENTRE,
    ASSIGN_EXPERTS,
    ASSESS_AS_EXPERT,
    READ_OPINIONS,
    DECLARE_AFFILIATIONS,
    // Approval, publication, money, 四（六）–（八）
    APPROVE_AMOUNT,
    PUBLISH_NOTICE,
    DECIDE_OBJECTION,
    SET_PROVINCE_BUDGET,
    SET_CITY_BUDGET,
    ALLOCATE_FUNDS,
    RECORD_PROVINCE_PAYMENT,
    RECORD_CITY_PAYMENT,
    READ_LEDGER,
    READ_STATEMENT,
    // Violations, 五（七）
    RECORD_VIOLATION,
    CLAW_BACK,
    READ_VIOLATIONS,
    // Exchange with other provinces, 二（二）1, 五（三）（五）
    READ_EXCHANGE,
    REDRIVE_MESSAGE,
    READ_DUPLICATES,
    SETTLE_DUPLICATE,
    MAKE_SETTLEMENT,
    READ_SETTLEMENT,
    // Documents
    UPLOAD_DOCUMENT,
    READ_DOCUMENT,
    READ_PERSONAL_DOCUMENT,
    READ_PERSONAL_VIEWS,
    // The rest
    READ_NOTIFICATIONS,
    MANAGE_MAILS,
    READ_AUDIT,
    UPDATE_CALENDAR
}
