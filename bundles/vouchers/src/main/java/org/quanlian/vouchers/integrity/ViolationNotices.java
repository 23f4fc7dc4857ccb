package org.quanlian.vouchers.integrity;

import java.time.Instant;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.registry.Registration;

/** Tells an organisation, and the host of a team, what stands on its record, so that it can answer. */
final class ViolationNotices {
    private ViolationNotices() {}

    static void recorded(Session session, Violation violation) {
        violation
                .suspension()
                .ifPresentOrElse(
                        days -> tell(
                                session,
                                violation,
                                "violation.suspended",
                                violation.at(),
                                violation.organisationName(),
                                violation.clause(),
                                violation.foundOn(),
                                days.from(),
                                days.until()),
                        () -> tell(
                                session,
                                violation,
                                "violation.recorded",
                                violation.at(),
                                violation.organisationName(),
                                violation.clause(),
                                violation.foundOn()));
    }

    static void withdrawn(Session session, Violation violation, Violation.Withdrawal withdrawal) {
        tell(
                session,
                violation,
                "violation.withdrawn",
                withdrawal.at(),
                violation.organisationName(),
                violation.foundOn(),
                withdrawal.reason());
    }

    private static void tell(Session session, Violation violation, String kind, Instant at, Object... arguments) {
        LocalizedText text = IntegrityRefusals.TEXTS.text("told." + kind, arguments);
        Notification notification = new Notification(kind, "/api/v1/violations/" + violation.id(), text, at);
        session.notifications().tell(violation.organisation(), notification);
        session.registry()
                .registration(violation.organisation())
                .flatMap(Registration::host)
                .ifPresent(host -> session.notifications().tell(host, notification));
    }
}
