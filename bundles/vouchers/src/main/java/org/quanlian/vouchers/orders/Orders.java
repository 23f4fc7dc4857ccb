package org.quanlian.vouchers.orders;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.registry.Organisation;

/** Services bought with a voucher, as they are kept, and which claim holds which activity. */
public interface Orders {
    /** An order, if there is one of that name. */
    Optional<Order> find(Id<Order> id);

    /** An order with all that is known of it, if there is one of that name. */
    Optional<VoucherOrder> load(Id<Order> id);

    /** The same; it is then this transaction's alone until it ends. */
    Optional<VoucherOrder> lock(Id<Order> id);

    /** Keeps a new order. */
    void add(VoucherOrder order);

    /**
     * Keeps an order that changed; its applicant and provider are never written again.
     *
     * @param before the order as it was read in this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code order.stale} when somebody else changed it in between
     */
    void update(VoucherOrder before, VoucherOrder after);

    /** Writes down a move. */
    void append(Id<Order> order, OrderEvent event);

    /** The moves of an order, oldest first. */
    List<OrderEvent> timeline(Id<Order> order);

    /** Orders, newest first; the key of a page is the name of its last order. */
    Page<OrderSummary> page(Filter filter, Page.Request request);

    /** The orders that are proved by a document now. */
    List<VoucherOrder> provedBy(Id<StoredDocument> document);

    /**
     * Makes a claim hold exactly these activities, or changes nothing when another claim holds one of them.
     *
     * @return the activities that other claims hold; empty when the claim holds them all
     */
    List<HeldActivity> hold(Id<?> claim, Set<Activity> activities);

    /**
     * Lets go of all that a claim holds.
     *
     * @return whether it held something
     */
    boolean letGo(Id<?> claim);

    /** What a claim holds now, by kind and key. */
    List<Activity> heldBy(Id<?> claim);

    /** The claims that hold an order's voucher now; at most one. */
    Optional<Id<?>> holder(Id<Order> order);

    /**
     * Which orders are asked for; what is empty does not matter.
     *
     * @param buyer of that applicant, or of the teams of that host
     * @param provider of that provider
     * @param city whose applicant that body reviews
     * @param state in that state
     */
    record Filter(
            Optional<Id<Organisation>> buyer,
            Optional<Id<Organisation>> provider,
            Optional<Area> city,
            Optional<OrderState> state) {
        /** All orders. */
        public static final Filter ALL =
                new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * An activity that a claim holds.
     *
     * @param activity what it is, as this claim has it
     * @param claim the claim that holds it
     */
    record HeldActivity(Activity activity, Id<?> claim) {}
}
