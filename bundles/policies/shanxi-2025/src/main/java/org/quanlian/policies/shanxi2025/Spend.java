package org.quanlian.policies.shanxi2025;

import java.util.Optional;
import org.quanlian.model.DateRange;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.Service;

/**
 * What was spent on one service, as far as it counts (实际支付费用).
 *
 * <p>The supportable spend is the least of what was paid, what was invoiced in the service period and what the contract
 * says; a figure that nobody told does not bound it. What is paid beyond it counts for the carry-over period, as far as it
 * was invoiced there. Source: notice 二（一） and 三.
 *
 * @param supportable spend that counts this year
 * @param carriedOver spend of the carry-over period
 * @param boundByContract whether the contract is what bounds the supportable spend
 * @param countingInvoices invoices dated in the service period or in the carry-over period
 * @param otherInvoices invoices dated outside both
 */
record Spend(Money supportable, Money carriedOver, boolean boundByContract, int countingInvoices, int otherInvoices) {

    static Spend of(Service service, Terms terms) {
        Tally tally = Tally.of(service, terms);
        Optional<Money> paid = total(service.payments());
        Optional<Money> invoiced = service.invoices().isKnown() ? Optional.of(tally.inPeriod) : Optional.empty();
        Optional<Money> base = least(paid, invoiced);
        Optional<Money> agreed = service.contract().amount();
        Money supportable = least(base, agreed).orElse(Money.ZERO).atLeastZero();
        Money invoicedLater = tally.later.atLeastZero();
        Money carriedOver =
                paid.map(amount -> amount.minus(supportable).min(invoicedLater)).orElse(invoicedLater);
        boolean bound = agreed.isPresent() && base.isPresent() && agreed.get().compareTo(base.get()) < 0;
        return new Spend(supportable, carriedOver, bound, tally.counting, tally.other);
    }

    /** Whether carry-over spend is all that is left. */
    boolean onlyCarriedOver() {
        return supportable.isZero() && carriedOver.isPositive();
    }

    /** Whether nothing is left. */
    boolean isNothing() {
        return supportable.isZero() && carriedOver.isZero();
    }

    private static Optional<Money> total(Fact<java.util.List<Payment>> payments) {
        if (payments.isMissing()) {
            return Optional.empty();
        }
        long fen = 0;
        for (Payment payment : payments.value()) {
            fen = Math.addExact(fen, payment.amount().fen());
        }
        return Optional.of(new Money(fen));
    }

    private static Optional<Money> least(Optional<Money> one, Optional<Money> other) {
        if (one.isEmpty()) {
            return other;
        }
        return other.isEmpty() || one.get().compareTo(other.get()) <= 0 ? one : other;
    }

    /** The invoices of a service, added up by period. */
    private record Tally(Money inPeriod, Money later, int counting, int other) {
        static Tally of(Service service, Terms terms) {
            DateRange period = terms.windows().servicePeriod();
            DateRange carryOver = terms.windows().carryOverPeriod();
            boolean redLettersInPeriod = terms.support().redLetter() == Terms.RedLetter.AGAINST_SERVICE_PERIOD;
            long inPeriod = 0;
            long later = 0;
            int counting = 0;
            int other = 0;
            for (Invoice invoice : service.invoices().orElse(java.util.List.of())) {
                long fen = invoice.amount().fen();
                boolean redLetterMoves = redLettersInPeriod && fen < 0;
                if (period.contains(invoice.issuedOn()) || redLetterMoves) {
                    inPeriod = Math.addExact(inPeriod, fen);
                    counting++;
                } else if (carryOver.contains(invoice.issuedOn())) {
                    later = Math.addExact(later, fen);
                    counting++;
                } else {
                    other++;
                }
            }
            return new Tally(new Money(inPeriod), new Money(later), counting, other);
        }
    }
}
