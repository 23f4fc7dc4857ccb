package org.quanlian.vouchers.treasury;

import org.quanlian.model.Money;

/**
 * Where the money of one share stands, of a city in a year (资金报表).
 *
 * @param committed approved, and neither with the city nor paid; for the city's share: not paid
 * @param allocated with the city, and not paid; nothing for the city's own share
 * @param paid paid out, whatever was claimed back of it later
 * @param clawedBack claimed back of what was paid
 * @param recovered come back of what was claimed back
 * @param toReturn with the city for claims that were revoked; nothing for the city's own share
 */
public record ShareStatement(
        Money committed, Money allocated, Money paid, Money clawedBack, Money recovered, Money toReturn) {
    /** All of it that is not free: what was taken from the budget. */
    public Money used() {
        return committed.plus(allocated).plus(paid).plus(toReturn);
    }

    /** Two together. */
    public ShareStatement plus(ShareStatement other) {
        return new ShareStatement(
                committed.plus(other.committed),
                allocated.plus(other.allocated),
                paid.plus(other.paid),
                clawedBack.plus(other.clawedBack),
                recovered.plus(other.recovered),
                toReturn.plus(other.toReturn));
    }
}
