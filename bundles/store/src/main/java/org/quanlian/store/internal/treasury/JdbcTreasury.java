package org.quanlian.store.internal.treasury;

import java.util.List;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.treasury.Allocation;
import org.quanlian.vouchers.treasury.ApprovalRun;
import org.quanlian.vouchers.treasury.SharePayment;
import org.quanlian.vouchers.treasury.Treasury;

/** Approvals, allocations and payments of one transaction. */
public final class JdbcTreasury implements Treasury {
    private final RunRows runs;
    private final AllocationRows allocations;
    private final PaymentRows payments;

    /** @param sql the transaction */
    public JdbcTreasury(Sql sql) {
        runs = new RunRows(sql);
        allocations = new AllocationRows(sql);
        payments = new PaymentRows(sql);
    }

    @Override
    public void add(ApprovalRun run, List<ApprovalRun.Item> items) {
        runs.add(run, items);
    }

    @Override
    public Optional<ApprovalRun> run(Id<ApprovalRun> id) {
        return runs.find(id);
    }

    @Override
    public Optional<ApprovalRun> lockRun(Id<ApprovalRun> id) {
        return runs.lock(id);
    }

    @Override
    public void update(ApprovalRun run) {
        runs.update(run);
    }

    @Override
    public ApprovalRun.Item item(Id<ApprovalRun> run, int position) {
        return runs.item(run, position);
    }

    @Override
    public void update(Id<ApprovalRun> run, ApprovalRun.Item item) {
        runs.update(run, item);
    }

    @Override
    public Page<ApprovalRun.Item> items(Id<ApprovalRun> run, Page.Request request) {
        return runs.items(run, request);
    }

    @Override
    public List<Id<ApprovalRun>> openRuns() {
        return runs.open();
    }

    @Override
    public void add(Allocation allocation, List<Id<VoucherClaim>> claims) {
        allocations.add(allocation, claims);
    }

    @Override
    public Optional<Allocation> allocation(Id<Allocation> id) {
        return allocations.find(id);
    }

    @Override
    public Page<Allocation> allocations(int year, Page.Request request) {
        return allocations.list(year, request);
    }

    @Override
    public Page<Id<VoucherClaim>> claims(Id<Allocation> allocation, Page.Request request) {
        return allocations.claims(allocation, request);
    }

    @Override
    public void add(SharePayment payment) {
        payments.add(payment);
    }

    @Override
    public Optional<SharePayment> payment(Id<VoucherClaim> claim, SharePayment.Share share, String bankReference) {
        return payments.find(claim, share, bankReference);
    }

    @Override
    public List<SharePayment> payments(Id<VoucherClaim> claim) {
        return payments.list(claim);
    }
}
