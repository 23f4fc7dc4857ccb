package org.quanlian.vouchers.ledger;

/**
 * What an account of the ledger counts (账户类别). Its balance is never below zero, except for sources: they stand for what
 * lies outside of the node, and their balance is the negative of all that came from there.
 */
public enum AccountKind {
    /** Where the province's money comes from: the negative of its budget (省级预算来源). */
    PROVINCE_APPROPRIATION(Fund.PROVINCE, Owner.FUND, true),
    /** What of the province's budget is free (省级可用). */
    PROVINCE_AVAILABLE(Fund.PROVINCE, Owner.FUND, false),
    /** The province's share of a claim, committed by the approval (省级已核定). */
    PROVINCE_COMMITTED(Fund.PROVINCE, Owner.CLAIM, false),
    /** The province's share of a claim, which its city has received and not paid yet (省级已下达). */
    PROVINCE_ALLOCATED(Fund.PROVINCE, Owner.CLAIM, false),
    /** What was paid of the province's share of a claim, less what is claimed back (省级已兑付). */
    PROVINCE_PAID(Fund.PROVINCE, Owner.CLAIM, false),
    /** What is claimed back for the province and did not come yet (省级应追回). */
    PROVINCE_CLAWBACK_DUE(Fund.PROVINCE, Owner.CLAIM, false),
    /** What came back for the province (省级已追回). */
    PROVINCE_RECOVERED(Fund.PROVINCE, Owner.CLAIM, false),
    /** Money of the province that a city holds for claims that were revoked (应退回省级). */
    PROVINCE_RETURN_DUE(Fund.PROVINCE, Owner.CITY, false),

    /** Where a city's money comes from: the negative of its budget (市级预算来源). */
    CITY_APPROPRIATION(Fund.CITY, Owner.CITY, true),
    /** What of a city's budget is free (市级可用). */
    CITY_AVAILABLE(Fund.CITY, Owner.CITY, false),
    /** The city's share of a claim with what the city adds, committed (市级已核定). */
    CITY_COMMITTED(Fund.CITY, Owner.CLAIM, false),
    /** What the city paid of that, less what is claimed back (市级已兑付). */
    CITY_PAID(Fund.CITY, Owner.CLAIM, false),
    /** What is claimed back for the city and did not come yet (市级应追回). */
    CITY_CLAWBACK_DUE(Fund.CITY, Owner.CLAIM, false),
    /** What came back for the city (市级已追回). */
    CITY_RECOVERED(Fund.CITY, Owner.CLAIM, false),

    /** Where the room under a cap comes from: the negative of what was granted (年度限额来源). */
    CAP_SOURCE(Fund.CAP, Owner.PARTY, true),
    /** What an applicant is granted in the year; its ceiling is the cap (年度已获补助). */
    CAP_GRANTED(Fund.CAP, Owner.PARTY, false);

    private final Fund fund;
    private final Owner owner;
    private final boolean source;

    AccountKind(Fund fund, Owner owner, boolean source) {
        this.fund = fund;
        this.owner = owner;
        this.source = source;
    }

    /** Whose money, or whether no money at all. */
    public Fund fund() {
        return fund;
    }

    /** What there is one such account for. */
    public Owner owner() {
        return owner;
    }

    /** Whether its balance may be below zero. */
    public boolean isSource() {
        return source;
    }

    /** What the entries of a booking must sum to zero within (账套), in each year. */
    public enum Fund {
        /** Money of the province. */
        PROVINCE,
        /** Money of a city; each has its own. */
        CITY,
        /** No money: the room under an applicant's cap. */
        CAP
    }

    /** What there is one account of a kind for, in each year. */
    public enum Owner {
        /** The fund as a whole. */
        FUND,
        /** A city. */
        CITY,
        /** A claim. */
        CLAIM,
        /** Who has a cap. */
        PARTY
    }
}
