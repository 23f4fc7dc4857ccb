package org.quanlian.audit.internal.console;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.quanlian.audit.AuditTexts;
import org.quanlian.audit.internal.AuditDesk;
import org.quanlian.audit.internal.AuditExport;

/** {@code quanlian:audit-export FILE}: writes the whole audit trail to a file, for auditors. */
@Service
@Command(scope = "quanlian", name = "audit-export", description = "导出审计链 Export the audit trail")
public final class AuditExportCommand implements Action {
    @Argument(index = 0, name = "FILE", required = true, description = "要写的文件 The file to write")
    @Completion(FileCompleter.class)
    String file;

    @Reference
    AuditDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Path to = session.currentDir().resolve(file).toAbsolutePath().normalize();
        try (Writer out = Files.newBufferedWriter(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            AuditExport.Exported exported = new AuditExport(desk.store(), desk.signatures()).to(out, this::tell);
            session.getConsole()
                    .println(AuditVerifyCommand.both(AuditTexts.of(
                            "exported",
                            Long.toString(exported.from().seq() + 1),
                            Long.toString(exported.to().seq()),
                            Long.toString(exported.anchors()),
                            to)));
            return null;
        } catch (IOException e) {
            String text = AuditVerifyCommand.both(AuditTexts.of("export.failed", to, String.valueOf(e)));
            throw new CommandException(text, text);
        }
    }

    /** A line that begins with an ellipsis is shown at once by who asks from afar. */
    private void tell(long seq) {
        session.getConsole().println("… " + seq);
        session.getConsole().flush();
    }
}
