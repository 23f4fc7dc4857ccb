package org.quanlian.exchange.internal.console;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
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
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.exchange.partner.OwnDescriptor;

/** {@code quanlian:partner-export FILE}: writes the file by which this node is introduced to others. */
@Service
@Command(scope = "quanlian", name = "partner-export", description = "导出本节点的伙伴文件 Export this node's partner file")
public final class PartnerExportCommand implements Action {
    @Argument(index = 0, name = "FILE", required = true, description = "要写的新文件 The new file to write")
    @Completion(FileCompleter.class)
    String file;

    @Reference
    PartnerDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PartnerDesk.Exchange exchange = ConsoleTexts.exchange(desk);
        Path to = session.currentDir().resolve(file).toAbsolutePath().normalize();
        OwnDescriptor.Made made =
                Deed.ofKeys(desk.store(), "quanlian:partner-export", to.toString(), () -> written(exchange, to));
        session.getConsole().println(ConsoleTexts.lines("exported", to, made.fingerprint()));
        return null;
    }

    private static OwnDescriptor.Made written(PartnerDesk.Exchange exchange, Path to) throws CommandException {
        OwnDescriptor.Made made = exchange.descriptor().make();
        try {
            Files.write(to, made.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return made;
        } catch (FileAlreadyExistsException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("file.there", to));
        } catch (IOException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("file.unwritable", to, String.valueOf(e.getMessage())));
        }
    }
}
