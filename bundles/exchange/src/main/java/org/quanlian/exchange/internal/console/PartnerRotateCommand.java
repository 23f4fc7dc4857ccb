package org.quanlian.exchange.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.quanlian.exchange.identity.Credential;
import org.quanlian.exchange.internal.DescriptorNews;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.exchange.outbound.Telling;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** {@code quanlian:partner-rotate [signing|transport]}: new keys of this node, which work after the overlap. */
@Service
@Command(
        scope = "quanlian",
        name = "partner-rotate",
        description = "更换本节点的证书 Make new keys and certificates of this node")
public final class PartnerRotateCommand implements Action {
    @Argument(index = 0, name = "WHICH", description = "signing, transport")
    @Completion(
            value = StringsCompleter.class,
            values = {"signing", "transport"})
    String which;

    @Reference
    PartnerDesk desk;

    @Reference(optional = true)
    Telling telling;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PartnerDesk.Exchange exchange = ConsoleTexts.exchange(desk);
        for (Use use : uses()) {
            Credential made =
                    Deed.ofKeys(desk.store(), "quanlian:partner-rotate", use.name(), () -> exchange.credentials()
                            .rotate(use));
            boolean works = exchange.credentials().working(use).equals(made);
            session.getConsole()
                    .println(
                            works
                                    ? ConsoleTexts.lines("rotated-now", use, made.fingerprint())
                                    : ConsoleTexts.lines(
                                            "rotated",
                                            use,
                                            made.fingerprint(),
                                            exchange.credentials().worksFrom(made)));
        }
        session.getConsole().println(ConsoleTexts.lines("rotated-next"));
        session.getConsole().println(ConsoleTexts.lines("rotated-told", told(exchange)));
        return null;
    }

    /** How many partners will get the new file by themselves; it is signed with the key that they know. */
    private int told(PartnerDesk.Exchange exchange) throws CommandException {
        return telling == null
                ? 0
                : Deed.of(desk.store(), "quanlian:partner-rotate", "", () -> desk.store()
                        .<Integer>write(session -> telling.tellAll(
                                        session,
                                        DescriptorNews.told(
                                                exchange.descriptor().make()))
                                .size()));
    }

    private List<Use> uses() throws CommandException {
        if (which == null) {
            return List.of(Use.values());
        }
        return switch (which) {
            case "signing" -> List.of(Use.SIGNATURE);
            case "transport" -> List.of(Use.TRANSPORT);
            default -> throw ConsoleTexts.refused(ConsoleTexts.lines("which", which));
        };
    }
}
