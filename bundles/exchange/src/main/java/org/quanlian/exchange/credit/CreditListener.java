package org.quanlian.exchange.credit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.message.StrictObject;
import org.quanlian.exchange.replica.PartnerReplicas.ItemListener;
import org.quanlian.exchange.replica.ReplicaItems;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ReplicaItem;

/**
 * Takes the violations that a partner tells, provided that they are well formed. They stand in the replica, where offices
 * look them up; the notice does not say that another province's suspension holds here, so it decides nothing.
 */
public final class CreditListener implements ItemListener {
    private static final String CODE = "credit.member";

    @Override
    public void kept(Session session, NodeName owner, ReplicaItem item) {
        StrictObject content = StrictObject.of(
                ReplicaItems.content(item),
                CODE,
                Set.of("uscc", "name", "conduct", "severity", "clause", "foundOn"),
                Set.of("suspension"));
        content.require("kind", item.kind().equals(CreditSource.VIOLATION));
        content.text("uscc", UnifiedSocialCreditCode::new);
        for (String name : Set.of("name", "conduct", "severity", "clause")) {
            content.text(name, CreditListener::shortText);
        }
        content.text("foundOn", CreditListener::day);
        if (content.has("suspension")) {
            StrictObject days = StrictObject.of(content.object("suspension"), CODE, Set.of("from", "until"), Set.of());
            content.require(
                    "suspension",
                    !days.text("from", CreditListener::day).isAfter(days.text("until", CreditListener::day)));
        }
    }

    @Override
    public void gone(Session session, NodeName owner, ReplicaItem.Name name) {
        // The replica is all there is of it.
    }

    private static String shortText(String text) {
        ShortText.require(text);
        return text;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException("date.format", "a date is such as 2025-07-01");
        }
    }
}
