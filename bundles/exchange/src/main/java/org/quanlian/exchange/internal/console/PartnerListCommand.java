package org.quanlian.exchange.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.exchange.identity.Credential;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.exchange.partner.PartnerOverview.Standing;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** {@code quanlian:partner-list}: this node and its partners, their certificates, and what ends soon. */
@Service
@Command(scope = "quanlian", name = "partner-list", description = "列出伙伴及证书 List partners and certificates")
public final class PartnerListCommand implements Action {
    @Reference
    PartnerDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PartnerDesk.Exchange exchange = ConsoleTexts.exchange(desk);
        session.getConsole().print(Deed.told(() -> listed(exchange)));
        return null;
    }

    private static String listed(PartnerDesk.Exchange exchange) {
        StringBuilder text = new StringBuilder(
                        ConsoleTexts.label("own", exchange.credentials().node().province()))
                .append('\n');
        for (Use use : Use.values()) {
            try {
                List<Credential> shown = exchange.credentials().shown(use);
                shown.forEach(each -> text.append(PartnerText.own(
                        each,
                        each.equals(shown.get(0)),
                        exchange.credentials().worksFrom(each).toString())));
            } catch (RefusedException e) {
                // What is the matter stands among the warnings below; the partners are told all the same.
                text.append("  ").append(ConsoleTexts.word(use)).append(": -\n");
            }
        }
        List<Standing> partners = exchange.overview().partners();
        if (partners.isEmpty()) {
            text.append(ConsoleTexts.lines("none")).append('\n');
        }
        partners.forEach(each -> text.append(PartnerText.of(each)));
        for (LocalizedText warning : exchange.overview().warnings()) {
            text.append(ConsoleTexts.both(warning)).append('\n');
        }
        return text.toString();
    }
}
