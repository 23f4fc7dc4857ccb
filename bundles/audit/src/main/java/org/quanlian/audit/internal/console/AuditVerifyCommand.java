package org.quanlian.audit.internal.console;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.audit.AuditTexts;
import org.quanlian.audit.internal.AuditDesk;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.audit.TrailVerification;

/** {@code quanlian:audit-verify}: proves the audit trail of this node whole, or names the first broken entry. */
@Service
@Command(scope = "quanlian", name = "audit-verify", description = "核对审计链是否完整 Verify that the audit trail is whole")
public final class AuditVerifyCommand implements Action {
    @Reference
    AuditDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        TrailVerification.Result result;
        try {
            result = new TrailVerification(desk.store(), desk.signatures().asOfNow())
                    .verify(desk.file().read());
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e.getMessage());
        }
        if (result.broken().isPresent()) {
            String text = both(AuditTexts.broken(result.broken().get()));
            throw new CommandException(text, text);
        }
        session.getConsole().println(both(AuditTexts.whole(result.from(), result.to(), result.anchors())));
        return null;
    }

    static String both(LocalizedText text) {
        return text.zh() + "\n" + text.en();
    }
}
