package org.quanlian.vouchers.orders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Invoice;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyWindows;

/** Finds the year whose policy a service would be claimed under. */
final class PolicyYear {
    private PolicyYear() {}

    /**
     * The year whose service period, or else whose carry-over period, has the last of the invoices; of several the first in
     * which can still be filed. Without invoices, and for invoices that no year has, the year of today, or else the last
     * one that there is.
     */
    static Optional<Integer> among(
            Area province, List<PolicyDescriptor> policies, List<Invoice> invoices, Instant now) {
        List<PolicyDescriptor> years = policies.stream()
                .filter(policy -> policy.key().province().equals(province))
                .sorted(Comparator.comparing(PolicyDescriptor::key))
                .toList();
        Optional<LocalDate> last = invoices.stream().map(Invoice::issuedOn).max(Comparator.naturalOrder());
        List<PolicyDescriptor> inTime = years.stream()
                .filter(policy -> last.filter(day -> has(policy.windows(), day)).isPresent())
                .toList();
        if (!inTime.isEmpty()) {
            PolicyDescriptor found = inTime.stream()
                    .filter(policy -> !now.isAfter(policy.windows().filingDeadline()))
                    .findFirst()
                    .orElse(inTime.get(inTime.size() - 1));
            return Optional.of(found.key().year());
        }
        int thisYear = ChinaTime.dateOf(now).getYear();
        List<Integer> there = years.stream().map(policy -> policy.key().year()).toList();
        return there.contains(thisYear) ? Optional.of(thisYear) : there.stream().max(Comparator.naturalOrder());
    }

    private static boolean has(PolicyWindows windows, LocalDate day) {
        return windows.servicePeriod().contains(day)
                || windows.carryOverPeriod().contains(day);
    }
}
