package org.quanlian.exchange.internal.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.model.Area;

/** {@code quanlian:partner-remove PROVINCE}: exchanges nothing more with a partner. */
@Service
@Command(scope = "quanlian", name = "partner-remove", description = "停止与伙伴互通 Exchange nothing more with a partner")
public final class PartnerRemoveCommand implements Action {
    @Argument(index = 0, name = "PROVINCE", required = true, description = "省级区划代码 The code of the province")
    String province;

    @Reference
    PartnerDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PartnerDesk.Exchange exchange = ConsoleTexts.exchange(desk);
        Area area = PartnerRevokeCommand.area(province);
        Deed.of(desk.store(), "quanlian:partner-remove", area.code(), () -> exchange.upkeep()
                .remove(area));
        session.getConsole().println(ConsoleTexts.lines("removed", area));
        return null;
    }
}
