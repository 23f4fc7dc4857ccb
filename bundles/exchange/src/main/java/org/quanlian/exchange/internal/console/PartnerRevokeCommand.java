package org.quanlian.exchange.internal.console;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.exchange.identity.Credential;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.exchange.partner.PartnerUpkeep;
import org.quanlian.exchange.partner.PartnerUpkeep.Revoked;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/**
 * {@code quanlian:partner-revoke PROVINCE FINGERPRINT}: believes a certificate of a partner no more; of this node's own
 * province, takes a key away.
 */
@Service
@Command(scope = "quanlian", name = "partner-revoke", description = "撤销证书 Believe a certificate no more")
public final class PartnerRevokeCommand implements Action {
    @Argument(index = 0, name = "PROVINCE", required = true, description = "省级区划代码 The code of the province")
    String province;

    @Argument(
            index = 1,
            name = "FINGERPRINT",
            required = true,
            description = "证书指纹，或其开头至少 8 位 The certificate's fingerprint, or at least 8 digits of it")
    String fingerprint;

    @Reference
    PartnerDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PartnerDesk.Exchange exchange = ConsoleTexts.exchange(desk);
        Area area = area(province);
        String subject = area + " " + fingerprint;
        if (area.equals(exchange.credentials().node().province())) {
            Credential retired =
                    Deed.ofKeys(desk.store(), "quanlian:partner-revoke", subject, () -> retired(exchange, area));
            session.getConsole().println(ConsoleTexts.lines("retired", retired.fingerprint()));
            return null;
        }
        Revoked revoked = Deed.of(desk.store(), "quanlian:partner-revoke", subject, () -> exchange.upkeep()
                .revoke(area, fingerprint));
        session.getConsole()
                .println(ConsoleTexts.lines(
                        "revoked", area, revoked.certificate().fingerprint()));
        if (revoked.left() == 0) {
            session.getConsole()
                    .println(ConsoleTexts.lines(
                            "revoked-last", area, revoked.certificate().use()));
        }
        return null;
    }

    static Area area(String code) throws CommandException {
        try {
            return new Area(code);
        } catch (InvalidValueException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("province", code));
        }
    }

    private Credential retired(PartnerDesk.Exchange exchange, Area area) throws CommandException {
        String digits = PartnerUpkeep.digits(fingerprint);
        List<Credential> found = Stream.of(Use.values())
                .flatMap(use -> exchange.credentials().shown(use).stream())
                .filter(each -> each.fingerprint().startsWith(digits))
                .toList();
        if (found.size() != 1) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("own.unknown", area, digits));
        }
        return exchange.credentials()
                .retire(found.get(0).fingerprint())
                .orElseThrow(() -> ConsoleTexts.refused(ConsoleTexts.lines("own.unknown", area, digits)));
    }
}
