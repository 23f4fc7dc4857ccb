package org.quanlian.vouchers.exchange;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;

/**
 * What partners told, as it is kept (收件箱). Messages that were stored, and those that their senders signed and that were
 * refused for ever, stay for as long as the audit trail: they are evidence, and nothing here deletes one. Other refusals are
 * remembered up to {@value #MAX_REFUSALS} of each partner, the latest ones.
 */
public interface Inbox {
    /** How many refusals of one partner are remembered that belong to no message which is kept. */
    int MAX_REFUSALS = 1_000;

    /**
     * From now on, until this transaction ends, what a partner says about a subject is this transaction's alone. Whoever
     * decides by {@link #find} and {@link #lastSequence} begins with this.
     */
    void begin(Area source, String subject);

    /** A message that is kept. */
    Optional<InboxMessage> find(Area source, Id<InboxMessage> id);

    /** Messages of that name that are kept, of whomever: names of different senders may coincide. */
    List<InboxMessage> named(Id<InboxMessage> id);

    /** What was signed about a message that is kept. */
    Optional<SignedExchange> evidence(Area source, Id<InboxMessage> id);

    /** The sequence of the last message of a partner about a subject that was stored; 0 before the first. */
    long lastSequence(Area source, String subject);

    /**
     * Keeps a message; when it was stored, {@link #lastSequence} is then its sequence.
     *
     * @param signed the message as it came
     * @param answer what is answered
     * @return false, and nothing is kept, when one of that name is kept already
     */
    boolean add(InboxMessage message, SignedText signed, SignedText answer);

    /** Remembers a refusal, or that the same bytes of the same partner were refused for the same reason once more. */
    void add(InboxRefusal refusal);

    /** Forgets that {@link #begin} was asked about a subject of which nothing was ever stored. */
    void forgetUntouched(Area source, String subject);

    /**
     * The messages of partners, the latest received first.
     *
     * @param source those of one partner, or of all
     */
    Page<InboxMessage> page(Optional<Area> source, Page.Request page);

    /**
     * The refusals that are remembered, newest first.
     *
     * @param peer those of one partner, or of all
     */
    Page<InboxRefusal> refusals(Optional<Area> peer, Page.Request page);
}
