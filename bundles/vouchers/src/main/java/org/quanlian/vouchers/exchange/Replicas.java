package org.quanlian.vouchers.exchange;

import java.util.List;
import java.util.Optional;
import org.quanlian.vouchers.Page;

/**
 * The items by which provinces keep each other current (副本): what this node tells, and what partners told it, each as it
 * was last told. Who changes the items of a replica has locked its state; see {@link #lock}.
 */
public interface Replicas {
    /** An item, if it is there. */
    Optional<ReplicaItem> find(ReplicaName replica, ReplicaItem.Name name);

    /** Keeps an item, in place of what was there. */
    void put(ReplicaName replica, ReplicaItem item);

    /** Takes an item away; tells whether it was there. */
    boolean remove(ReplicaName replica, ReplicaItem.Name name);

    /** The items, by kind and key. */
    Page<ReplicaItem> list(ReplicaName replica, Optional<String> kind, Page.Request page);

    /** The items in one of the {@value ReplicaItem#BUCKETS} parts, by kind and key. */
    List<ReplicaItem> bucket(ReplicaName replica, int bucket);

    /** How many items there are. */
    long count(ReplicaName replica);

    /** The items that come from something here, by kind and key. */
    List<ReplicaItem> from(ReplicaName replica, String origin);

    /** How far a replica is in step. */
    Optional<SyncState> state(ReplicaName replica);

    /** The same; it and its items are then this transaction's alone until it ends. It is made when there is none. */
    SyncState lock(ReplicaName replica);

    /** Keeps how far a replica is in step. */
    void update(ReplicaName replica, SyncState state);

    /** All replicas, with how far they are in step; of each partner some classes, so there are not many. */
    List<Known> all();

    /**
     * A replica with how far it is in step.
     *
     * @param name which it is
     * @param state how far it is in step
     */
    record Known(ReplicaName name, SyncState state) {}
}
