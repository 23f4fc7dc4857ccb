package org.quanlian.vouchers.access;

import static org.quanlian.vouchers.access.Reach.ALL;
import static org.quanlian.vouchers.access.Reach.ALL_MASKED;
import static org.quanlian.vouchers.access.Reach.ASSIGNED;
import static org.quanlian.vouchers.access.Reach.CITY;
import static org.quanlian.vouchers.access.Reach.NONE;
import static org.quanlian.vouchers.access.Reach.OWN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far each role may go with each action: one row an action, one column a role. */
final class AccessTable {
    private static final List<Role> COLUMNS = List.of(
            Role.ENTERPRISE,
            Role.HOST,
            Role.PROVIDER,
            Role.CITY_REVIEWER,
            Role.SHARING_CENTRE,
            Role.EXPERT,
            Role.DEPARTMENT,
            Role.AUDITOR,
            Role.OPERATOR,
            Role.PARTNER_NODE);

    private static final Map<Action, List<Reach>> ROWS = new EnumMap<>(Action.class);

    // spotless:off
    static {
        //                                 ENTERPR.  HOST      PROVIDER  CITY      CENTRE    EXPERT    DEPARTM.  AUDITOR     OPERATOR  PARTNER
        row(Action.MANAGE_ACCOUNTS,         NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       ALL,      NONE);
        row(Action.READ_ACCOUNTS,           NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL_MASKED, ALL,      NONE);
        row(Action.READ_OWN_ACCOUNT,        ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED,   ASSIGNED, ASSIGNED);

        row(Action.REGISTER_TEAM,           NONE,     OWN,      NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.EDIT_ORGANISATION,       OWN,      OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.READ_ORGANISATION,       OWN,      OWN,      OWN,      CITY,     ALL,      NONE,     ALL,      ALL_MASKED, NONE,     NONE);
        row(Action.DECIDE_REGISTRATION,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.OFFER_SERVICE,           NONE,     NONE,     OWN,      NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.IMPORT_LISTS,            NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.READ_LISTS,              NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     ALL,      ALL_MASKED, NONE,     NONE);
        row(Action.DECLARE_RELATIONS,       OWN,      OWN,      OWN,      NONE,     ALL,      NONE,     ALL,      NONE,       NONE,     NONE);

        row(Action.ORDER_SERVICE,           OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.ANSWER_ORDER,            NONE,     NONE,     OWN,      NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.PROVE_SERVICE,           OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.CONFIRM_SERVICE,         NONE,     NONE,     OWN,      NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.READ_ORDER,              OWN,      OWN,      OWN,      CITY,     ALL,      ASSIGNED, ALL,      ALL_MASKED, NONE,     NONE);

        row(Action.DRAFT_CLAIM,             OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.FILE_CLAIM,              OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.WITHDRAW_CLAIM,          OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.READ_CLAIM,              OWN,      OWN,      NONE,     CITY,     ALL,      ASSIGNED, ALL,      ALL_MASKED, NONE,     NONE);
        row(Action.REVIEW_FOR_CITY,         NONE,     NONE,     NONE,     CITY,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.ACCEPT_FOR_CENTRE,       NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.ASSIGN_EXPERTS,          NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.ASSESS_AS_EXPERT,        NONE,     NONE,     NONE,     NONE,     NONE,     ASSIGNED, NONE,     NONE,       NONE,     NONE);
        row(Action.READ_OPINIONS,           NONE,     NONE,     NONE,     NONE,     ALL,      ASSIGNED, ALL,      ALL_MASKED, NONE,     NONE);
        row(Action.DECLARE_AFFILIATIONS,    NONE,     NONE,     NONE,     NONE,     ALL,      ASSIGNED, NONE,     NONE,       NONE,     NONE);

        row(Action.APPROVE_AMOUNT,          NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.PUBLISH_NOTICE,          NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.DECIDE_OBJECTION,        NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.SET_PROVINCE_BUDGET,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.SET_CITY_BUDGET,         NONE,     NONE,     NONE,     CITY,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.ALLOCATE_FUNDS,          NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.RECORD_PROVINCE_PAYMENT, NONE,     NONE,     NONE,     CITY,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.RECORD_CITY_PAYMENT,     NONE,     NONE,     NONE,     CITY,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.READ_LEDGER,             NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     ALL,      ALL,        NONE,     NONE);
        row(Action.READ_STATEMENT,          NONE,     NONE,     NONE,     CITY,     ALL,      NONE,     ALL,      ALL,        NONE,     NONE);

        row(Action.RECORD_VIOLATION,        NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.CLAW_BACK,               NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.READ_VIOLATIONS,         OWN,      OWN,      OWN,      CITY,     ALL,      NONE,     ALL,      ALL_MASKED, NONE,     NONE);

        row(Action.READ_EXCHANGE,           NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     ALL,      ALL,        ALL,      NONE);
        row(Action.REDRIVE_MESSAGE,         NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       ALL,      NONE);
        row(Action.READ_DUPLICATES,         NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     ALL,      ALL,        NONE,     NONE);
        row(Action.SETTLE_DUPLICATE,        NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.MAKE_SETTLEMENT,         NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.READ_SETTLEMENT,         NONE,     NONE,     NONE,     NONE,     ALL,      NONE,     ALL,      ALL,        NONE,     NONE);

        row(Action.UPLOAD_DOCUMENT,         OWN,      OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     NONE,       NONE,     NONE);
        row(Action.READ_DOCUMENT,           OWN,      OWN,      OWN,      CITY,     ALL,      ASSIGNED, ALL,      ALL,        NONE,     NONE);
        row(Action.READ_PERSONAL_DOCUMENT,  OWN,      OWN,      NONE,     CITY,     ALL,      NONE,     ALL,      NONE,       NONE,     NONE);
        row(Action.READ_PERSONAL_VIEWS,     OWN,      OWN,      NONE,     NONE,     NONE,     NONE,     ALL,      ALL,        NONE,     NONE);

        row(Action.READ_NOTIFICATIONS,      ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED,   ASSIGNED, NONE);
        row(Action.MANAGE_MAILS,            NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,       ALL,      NONE);
        row(Action.READ_AUDIT,              NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,        NONE,     NONE);
        row(Action.UPDATE_CALENDAR,         NONE,     NONE,     NONE,     NONE,     NONE,     NONE,     ALL,      NONE,       ALL,      NONE);
    }
    // spotless:on

    private AccessTable() {}

    static Reach reach(Role role, Action action) {
        return ROWS.get(action).get(COLUMNS.indexOf(role));
    }

    private static void row(Action action, Reach... reaches) {
        if (reaches.length != COLUMNS.size() || ROWS.put(action, new ArrayList<>(List.of(reaches))) != null) {
            throw new IllegalStateException("the row of " + action + " is not whole, or stands there twice");
        }
    }
}
