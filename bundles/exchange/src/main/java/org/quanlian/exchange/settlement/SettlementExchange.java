package org.quanlian.exchange.settlement;

import java.util.Locale;
import java.util.Optional;
import org.quanlian.exchange.NoteTeller;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.Announcer;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.Settlement;
import org.quanlian.vouchers.exchange.Settlement.Direction;
import org.quanlian.vouchers.exchange.Settlement.State;
import org.quanlian.vouchers.exchange.SettlementTexts;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Office;

/**
 * Tells statements and the words on them, and takes those of partners. A word counts only when it names the statement by
 * the digest of what was told, so that what is countersigned is what was sent.
 */
public final class SettlementExchange implements NoteTeller {
    private final Announcer announcer;

    /** @param announcer tells partners */
    public SettlementExchange(Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public ChangeNotes.Kind notes() {
        return ChangeNotes.Kind.SETTLEMENT;
    }

    @Override
    public void tell(Session session, Id<?> subject) {
        Settlement settlement =
                session.exchange().settlements().find(new Id<>(subject.value())).orElseThrow();
        NodeName partner = new NodeName(settlement.partner());
        if (!announcer.audience(session, DataClass.SETTLEMENT).contains(partner)) {
            // What was agreed has ended since; the statement stays here, and can be made anew.
            return;
        }
        boolean made = settlement.direction() == Direction.MADE;
        announcer.tell(
                session,
                partner,
                SettlementMessages.type(made ? SettlementMessages.STATEMENT : SettlementMessages.ANSWER),
                SettlementMessages.subject(settlement.id()),
                made ? SettlementMessages.statement(settlement) : SettlementMessages.answer(settlement));
    }

    /**
     * Takes a message about a statement.
     *
     * @throws RefusedMessageException {@code settlement.member}, {@code settlement.known}, {@code settlement.unknown},
     *     {@code settlement.digest}, {@code settlement.answered} or {@code settlement.kind}
     */
    public void apply(Session session, Message message) {
        switch (message.type().kind()) {
            case SettlementMessages.STATEMENT -> statement(session, message);
            case SettlementMessages.ANSWER -> answer(session, message);
            default -> throw refused("settlement.kind", message.type());
        }
    }

    private static void statement(Session session, Message message) {
        Settlement told = SettlementMessages.readStatement(
                message.data(), message.source().province());
        if (session.exchange().settlements().find(told.id()).isPresent()) {
            throw refused("settlement.known", told.id());
        }
        session.exchange().settlements().add(told);
        inform(session, message, told);
    }

    private static void answer(Session session, Message message) {
        SettlementMessages.Word word = SettlementMessages.Word.read(message.data());
        Optional<Settlement> found = session.exchange()
                .settlements()
                .lock(word.id())
                .filter(made -> made.direction() == Direction.MADE
                        && made.partner().equals(message.source().province()));
        Settlement made = found.orElseThrow(() -> refused("settlement.unknown", word.id()));
        if (!SettlementMessages.digest(made).equals(word.statementDigest())) {
            throw refused("settlement.digest", word.id());
        }
        if (made.state() != State.TOLD) {
            throw refused("settlement.answered", word.id());
        }
        Settlement answered = made.answered(word.agreed() ? State.AGREED : State.DISPUTED, word.answer());
        session.exchange().settlements().answer(answered);
        inform(session, message, answered);
    }

    private static void inform(Session session, Message message, Settlement settlement) {
        session.notifications()
                .tell(
                        Office.of(Role.DEPARTMENT),
                        new Notification(
                                "settlement." + settlement.state().name().toLowerCase(Locale.ROOT),
                                "/api/v1/exchange/settlements/" + settlement.id(),
                                SettlementTexts.news(settlement),
                                message.time()));
    }

    private static RefusedMessageException refused(String code, Object... arguments) {
        return new RefusedMessageException(Refusals.lasting(code, arguments));
    }
}
