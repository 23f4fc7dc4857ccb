package org.quanlian.vouchers.treasury;

import java.util.List;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Approvals, allocations and payments, as they are kept; what they move is in the ledger. */
public interface Treasury {
    /**
     * Keeps a new run.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code run.open} while another run of the same year is not finished
     */
    void add(ApprovalRun run, List<ApprovalRun.Item> items);

    /** A run, if there is one of that name. */
    Optional<ApprovalRun> run(Id<ApprovalRun> id);

    /** The same; it is then this transaction's alone until it ends. */
    Optional<ApprovalRun> lockRun(Id<ApprovalRun> id);

    /** Keeps how far a run has come. */
    void update(ApprovalRun run);

    /** The claim at a position of a run. */
    ApprovalRun.Item item(Id<ApprovalRun> run, int position);

    /** Keeps what became of a claim of a run. */
    void update(Id<ApprovalRun> run, ApprovalRun.Item item);

    /** The claims of a run, in its order. */
    Page<ApprovalRun.Item> items(Id<ApprovalRun> run, Page.Request request);

    /** The runs that are not finished; one a year at most. */
    List<Id<ApprovalRun>> openRuns();

    /**
     * Keeps an allocation.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code allocation.document} when that city has one of that number
     */
    void add(Allocation allocation, List<Id<VoucherClaim>> claims);

    /** An allocation, if there is one of that name. */
    Optional<Allocation> allocation(Id<Allocation> id);

    /** The allocations of a year, latest first. */
    Page<Allocation> allocations(int year, Page.Request request);

    /** The claims of an allocation, by name. */
    Page<Id<VoucherClaim>> claims(Id<Allocation> allocation, Page.Request request);

    /** Keeps a payment. */
    void add(SharePayment payment);

    /** The payment of a share of a claim under the bank's reference, if it is recorded. */
    Optional<SharePayment> payment(Id<VoucherClaim> claim, SharePayment.Share share, String bankReference);

    /** The payments of a claim, oldest first. */
    List<SharePayment> payments(Id<VoucherClaim> claim);
}
