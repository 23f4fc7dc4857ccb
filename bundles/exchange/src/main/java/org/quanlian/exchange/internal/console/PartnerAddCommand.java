package org.quanlian.exchange.internal.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.quanlian.exchange.internal.PartnerDesk;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.partner.DescriptorFile;
import org.quanlian.exchange.partner.Introductions.Seen;
import org.quanlian.exchange.partner.Terms;

/**
 * {@code quanlian:partner-add FILE}: shows what a partner's file says and, when its fingerprint is confirmed, makes that node a
 * partner or renews what is known of it.
 */
@Service
@Command(
        scope = "quanlian",
        name = "partner-add",
        description = "查看伙伴文件；核对指纹后登记 Look at a partner file; add it once its fingerprint is confirmed")
public final class PartnerAddCommand implements Action {
    @Argument(index = 0, name = "FILE", required = true, description = "对方的伙伴文件 The other side's partner file")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--fingerprint", description = "对方告知的指纹 The fingerprint as the other side told it")
    String fingerprint;

    @Option(name = "--receive", description = "接收的数据类别 Classes of data to take: a,b")
    String receive;

    @Option(name = "--send", description = "提供的数据类别 Classes of data to tell: a,b")
    String send;

    @Option(name = "--from", description = "约定的起始日 The first day of the agreement")
    String from;

    @Option(name = "--until", description = "约定的截止日 The last day of the agreement")
    String until;

    @Reference
    PartnerDesk desk;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PartnerDesk.Exchange exchange = ConsoleTexts.exchange(desk);
        byte[] bytes = read(session.currentDir().resolve(file));
        Terms said = new Terms(
                classes("--receive", receive), classes("--send", send), day("--from", from), day("--until", until));
        Seen looked = Deed.told(() -> exchange.introductions().look(bytes, said));
        if (fingerprint == null) {
            session.getConsole().print(PartnerText.of(looked));
            session.getConsole()
                    .println(ConsoleTexts.lines("not-added", looked.partner().province(), looked.fingerprint()));
            return null;
        }
        Seen added = Deed.of(
                desk.store(),
                "quanlian:partner-add",
                looked.partner().province().code(),
                () -> exchange.introductions().introduce(bytes, fingerprint, said));
        session.getConsole().print(PartnerText.of(added));
        session.getConsole()
                .println(ConsoleTexts.lines(
                        added.known() ? "renewed" : "added", added.partner().province()));
        return null;
    }

    private static byte[] read(Path path) throws CommandException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(DescriptorFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("file.unreadable", path));
        }
    }

    private static Optional<Set<DataClass>> classes(String option, String listed) throws CommandException {
        if (listed == null) {
            return Optional.empty();
        }
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (String code : listed.isBlank() ? new String[0] : listed.split(",", -1)) {
            classes.add(DataClass.of(code.strip())
                    .orElseThrow(() -> ConsoleTexts.refused(ConsoleTexts.lines(
                            "class",
                            option,
                            code.strip(),
                            String.join(
                                    ", ",
                                    Arrays.stream(DataClass.values())
                                            .map(DataClass::code)
                                            .toList())))));
        }
        return Optional.of(classes);
    }

    private static Optional<LocalDate> day(String option, String written) throws CommandException {
        try {
            return Optional.ofNullable(written).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw ConsoleTexts.refused(ConsoleTexts.lines("day", option, written));
        }
    }
}
