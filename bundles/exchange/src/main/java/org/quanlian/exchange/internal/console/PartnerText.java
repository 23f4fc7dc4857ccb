package org.quanlian.exchange.internal.console;

import java.util.SortedSet;
import org.quanlian.exchange.identity.Credential;
import org.quanlian.exchange.partner.CertificateStanding;
import org.quanlian.exchange.partner.Introductions.Seen;
import org.quanlian.exchange.partner.PartnerOverview.Standing;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;
import org.quanlian.vouchers.exchange.PartnerRecord;

/** Partners as the console shows them: a line for each thing, what it is before what it says. */
final class PartnerText {
    private PartnerText() {}

    /** What a file says, and what is or would be agreed. */
    static String of(Seen seen) {
        StringBuilder text = new StringBuilder(of(seen.partner()));
        seen.descriptor()
                .certificates()
                .forEach(each -> certificate(text, Use.SIGNATURE, Certificates.fingerprint(each)));
        seen.descriptor().transport().forEach(each -> certificate(text, Use.TRANSPORT, Certificates.fingerprint(each)));
        line(text, "made-at", seen.descriptor().madeAt());
        line(text, "fingerprint", seen.fingerprint());
        return text.toString();
    }

    /** How a partner stands. */
    static String of(Standing standing) {
        StringBuilder text = new StringBuilder(of(standing.partner()));
        for (CertificateStanding each : standing.certificates()) {
            text.append("  ")
                    .append(ConsoleTexts.word(each.kept().use()))
                    .append(": ")
                    .append(each.kept().fingerprint())
                    .append("  ")
                    .append(ConsoleTexts.word(each.state()))
                    .append("  ")
                    .append(
                            each.believed()
                                    ? ConsoleTexts.label("left", each.until(), each.daysLeft())
                                    : each.until().toString())
                    .append('\n');
        }
        return text.toString();
    }

    /** A certificate of this node. */
    static String own(Credential credential, boolean works, String when) {
        return "  " + ConsoleTexts.word(credential.use()) + ": " + credential.fingerprint() + "  "
                + (works ? ConsoleTexts.label("works") : ConsoleTexts.label("will-work", when)) + "  "
                + ConsoleTexts.label("until", credential.until()) + "\n";
    }

    private static String of(PartnerRecord partner) {
        StringBuilder text = new StringBuilder();
        text.append(partner.province())
                .append("  ")
                .append(partner.name().zh())
                .append("  ")
                .append(partner.name().en())
                .append('\n');
        line(text, "endpoint", partner.endpoint());
        line(
                text,
                "agreed",
                partner.validity().from() + " – " + partner.validity().until());
        line(text, "receive", listed(partner.receive()));
        line(text, "send", listed(partner.send()));
        return text.toString();
    }

    private static String listed(SortedSet<String> classes) {
        return classes.isEmpty() ? "-" : String.join(", ", classes);
    }

    private static void certificate(StringBuilder text, Use use, String fingerprint) {
        text.append("  ")
                .append(ConsoleTexts.word(use))
                .append(": ")
                .append(fingerprint)
                .append('\n');
    }

    private static void line(StringBuilder text, String label, Object value) {
        text.append("  ")
                .append(ConsoleTexts.label(label))
                .append(": ")
                .append(value)
                .append('\n');
    }
}
