package org.quanlian.exchange.internal.console;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.quanlian.exchange.evidence.Evidence;
import org.quanlian.exchange.evidence.EvidenceFile;
import org.quanlian.exchange.evidence.MessageEvidence;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.exchange.message.Message;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Id;

/** {@code quanlian:evidence ID FILE}: writes what proves the delivery of a message, sent or received, for anybody. */
@Service
@Command(scope = "quanlian", name = "evidence", description = "导出一份报文的存证 Write the evidence of a message")
public final class EvidenceCommand implements Action {
    @Argument(index = 0, name = "ID", required = true, description = "报文编号 The name of the message")
    String name;

    @Argument(index = 1, name = "FILE", required = true, description = "要写的新文件 The new file to write")
    @Completion(FileCompleter.class)
    String file;

    @Reference
    PartnerDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Id<Message> id = id(name);
        Path to = session.currentDir().resolve(file).toAbsolutePath().normalize();
        List<Evidence> found = Deed.told(
                () -> desk.store().<List<Evidence>>read(session -> MessageEvidence.of(session.exchange(), id)));
        if (found.isEmpty()) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("evidence.none", id.value()));
        }
        for (int i = 0; i < found.size(); i++) {
            // Names that different senders gave may coincide.
            Path each = i == 0 ? to : to.resolveSibling(to.getFileName() + "." + (i + 1));
            write(each, EvidenceFile.write(found.get(i)));
            session.getConsole().println(ConsoleTexts.lines("evidence.written", each));
        }
        return null;
    }

    private static Id<Message> id(String name) throws CommandException {
        try {
            return new Id<>(name);
        } catch (InvalidValueException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("evidence.id", name));
        }
    }

    private static void write(Path to, byte[] bytes) throws CommandException {
        try {
            Files.write(to, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("file.there", to));
        } catch (IOException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("file.unwritable", to, String.valueOf(e.getMessage())));
        }
    }
}
