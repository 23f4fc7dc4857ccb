package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;

/**
 * What partners are told, as it is kept (发件箱). Messages stay for as long as the audit trail: they are evidence, and nothing
 * here deletes one.
 *
 * <p>About one subject a partner is told one thing after the other: only the first that is not settled is ever taken. Each
 * gets its sequence when its turn comes, and what was refused for ever gives its sequence to the next, so that what the
 * partner stores has no gap.
 */
public interface Outbox {
    /** How many characters of data are taken at a time, if the first message alone has not more. */
    int MAX_TAKEN = 4_000_000;

    /** Owes a partner a message, behind all that it is owed about the same subject. */
    void add(OutboxMessage message);

    /**
     * Takes messages to a partner that are due, the longest due first, no two about one subject. What is taken is nobody
     * else's until an instant, and is due again then: whoever took it and died has not lost it.
     *
     * @param now what is due
     * @param until how long it stays the caller's
     * @param limit how many at most
     */
    List<OwedMessage> take(Area partner, Instant now, Instant until, int limit);

    /**
     * Writes down how a message was signed, before it is sent. When it was signed before, that signature is kept as a former
     * one.
     *
     * @return whether it is the caller's still; otherwise it must not be sent
     */
    boolean signed(OwedMessage message, SignedText signed);

    /** Signatures over a message that were made before the one it has. */
    List<SignedText> formerSignatures(Id<OutboxMessage> id);

    /**
     * Writes down that the partner has it, whoever has taken it meanwhile: a receipt is a receipt. The next about its subject
     * is then due.
     *
     * @return whether that was not known yet
     */
    boolean delivered(Id<OutboxMessage> id, SignedText receipt, Instant at);

    /**
     * Writes down that the partner will never take it; see {@link #delivered}.
     *
     * @return whether that was not known yet
     */
    boolean refused(Id<OutboxMessage> id, SignedText refusal, DeliveryProblem problem, Instant at);

    /**
     * Puts it off, unless somebody else took it in between.
     *
     * @param due when it is due again
     * @param problem why
     * @param refusal what the partner signed, if it refused it for now
     */
    void putOff(OwedMessage message, Instant due, DeliveryProblem problem, Optional<SignedText> refusal);

    /** Gives it up, unless somebody else took it in between; see {@link #putOff}. What is behind it waits. */
    void giveUp(OwedMessage message, Instant at, DeliveryProblem problem, Optional<SignedText> refusal);

    /** Gives back what was taken and not tried, unless somebody else took it in between. */
    void release(OwedMessage message, Instant due);

    /** Makes one that was given up due again, as if it had just been born; tells whether there is such a one. */
    boolean redrive(Id<OutboxMessage> id, Instant at);

    /** Makes all that were given up of a partner due again; tells how many. */
    int redriveAll(Area partner, Instant at);

    /**
     * Owes a partner anew what it refused, under another name.
     *
     * @param successor the same under its new name and times
     * @return whether that one is refused, was not replaced before, and nothing later about its subject was told since
     */
    boolean replace(Id<OutboxMessage> refused, OutboxMessage successor);

    /** How it stands with a message. */
    Optional<OutboxEntry> find(Id<OutboxMessage> id);

    /** What was signed about a message, if it was signed. */
    Optional<SignedExchange> evidence(Id<OutboxMessage> id);

    /**
     * The messages to partners, newest first.
     *
     * @param partner those to one partner, or to all
     * @param state those that stand one way, or all
     */
    Page<OutboxEntry> page(Optional<Area> partner, Optional<OutboxEntry.State> state, Page.Request page);

    /** How many messages stand how, by partners and states; those that were replaced are not counted. */
    List<QueueCount> counts();
}
