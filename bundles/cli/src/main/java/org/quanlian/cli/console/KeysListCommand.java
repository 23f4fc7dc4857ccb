package org.quanlian.cli.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.keys.KeyException;
import org.quanlian.keys.KeyInfo;
import org.quanlian.keys.NodeKeys;

/** {@code quanlian:keys-list}: the keys of this node, and which of them work; never a part of one. */
@Service
@Command(scope = "quanlian", name = "keys-list", description = "列出本节点的密钥 List the keys of this node")
public final class KeysListCommand implements Action {
    @Reference
    NodeKeys keys;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        TextTable table = new TextTable(
                ConsoleTexts.label("column.purpose"),
                ConsoleTexts.label("column.key"),
                ConsoleTexts.label("column.algorithm"),
                ConsoleTexts.label("column.created"),
                ConsoleTexts.label("column.works"));
        try {
            for (KeyInfo key : keys.list()) {
                table.row(
                        key.purpose().word(),
                        key.id(),
                        key.algorithm().label(),
                        key.created().toString(),
                        key.current() ? ConsoleTexts.label("yes") : "");
            }
        } catch (KeyException e) {
            throw Refusals.of(ConsoleTexts.lines("keys.unusable") + "\n" + Refusals.reasons(e));
        }
        session.getConsole().print(table);
        session.getConsole().println(ConsoleTexts.lines("keys.exchange"));
        session.getConsole()
                .println(ConsoleTexts.lines("keys.profile", keys.profile().word()));
        return null;
    }
}
