package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;

/** The claims that are kept, with their timelines. */
public interface Claims {
    /** A claim, if there is one of that name. */
    Optional<VoucherClaim> find(Id<VoucherClaim> id);

    /** The same; it is then this transaction's alone until it ends. */
    Optional<VoucherClaim> lock(Id<VoucherClaim> id);

    /**
     * Keeps a new claim.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code claim.voucher} when another live claim has one of its vouchers
     */
    void add(VoucherClaim claim);

    /**
     * Keeps a claim that changed. What was filed before stays kept when something else is filed.
     *
     * @param before the claim as it was read in this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code STALE} when somebody else changed it in between;
     *     {@code claim.voucher} when another live claim has one of its vouchers
     */
    void update(VoucherClaim before, VoucherClaim after);

    /** Writes down a move. */
    void append(Id<VoucherClaim> claim, TimelineEntry entry);

    /** The moves of a claim, oldest first. */
    List<TimelineEntry> timeline(Id<VoucherClaim> claim);

    /** The experts to whom a claim is assigned now. */
    Set<Id<Account>> experts(Id<VoucherClaim> claim);

    /** The next number of a city's year, never given before: for example {@code 140100-2025-000123}. */
    String nextNumber(Area city, int year);

    /** The claims that fit a filter, oldest first. */
    Page<ClaimSummary> list(ClaimFilter filter, Page.Request page);

    /** The papers of a claim as a whole, by their documents. */
    Map<ClaimMaterial, List<Id<?>>> materials(Id<VoucherClaim> claim);

    /** The claims to which a document is attached, the latest hundred. */
    List<VoucherClaim> attachedTo(Id<?> document);

    /** Takes other papers for those of a claim. */
    void setMaterials(Id<VoucherClaim> claim, Map<ClaimMaterial, List<Id<?>>> materials);

    /** What the city asked to correct when it returned a claim last, in its order; empty when it never did. */
    List<Correction> corrections(Id<VoucherClaim> claim);

    /**
     * Writes down what is to be corrected.
     *
     * @param claim the claim, as returned
     */
    void addCorrections(VoucherClaim claim, List<Correction> corrections);

    /** When a claim was moved so for the first time, if it ever was. */
    Optional<Instant> firstMoved(Id<VoucherClaim> claim, ClaimMove move);

    /** The claim of the next year that goes on with a claim that was carried over. */
    Optional<Id<VoucherClaim>> successor(Id<VoucherClaim> claim);

    /** Writes down which claim goes on with one that was carried over. */
    void setSuccessor(Id<VoucherClaim> claim, Id<VoucherClaim> successor);

    /** The text in which facts and decisions are kept. */
    DecisionFormat format();

    /** Who of the experts was given which claim, and what they said. */
    ExpertReviews expertReviews();
}
