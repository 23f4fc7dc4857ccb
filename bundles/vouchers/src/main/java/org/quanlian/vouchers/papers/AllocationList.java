package org.quanlian.vouchers.papers;

import java.util.List;
import java.util.Objects;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.treasury.Allocation;

/**
 * An allocation of the province's money to a city, claim by claim (四（八）).
 *
 * @param allocation the allocation
 * @param lines a line a claim, by number
 */
public record AllocationList(Allocation allocation, List<Line> lines) implements Paper {
    public AllocationList {
        Objects.requireNonNull(allocation, "allocation");
        lines = List.copyOf(lines);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.ALLOCATION_LIST;
    }

    @Override
    public String reference() {
        return allocation.document();
    }

    /**
     * A claim of an allocation.
     *
     * @param number its number
     * @param applicant name of the applicant
     * @param approved the amounts that the department approved
     */
    public record Line(String number, String applicant, ApprovedGrant approved) {
        public Line {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(applicant, "applicant");
            Objects.requireNonNull(approved, "approved");
        }
    }
}
