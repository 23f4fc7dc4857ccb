package org.quanlian.backup.internal.console;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.osgi.framework.BundleContext;
import org.quanlian.backup.Backup;
import org.quanlian.backup.BackupRefusedException;
import org.quanlian.backup.DatabaseSnapshot;
import org.quanlian.backup.DocumentFolder;
import org.quanlian.backup.Manifest;
import org.quanlian.backup.NodeFolders;
import org.quanlian.backup.Passphrase;
import org.quanlian.keys.NodeKeys;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code quanlian:backup [--passphrase-file FILE] DIR}: a backup of this node, which goes on working. */
@Service
@Command(scope = "quanlian", name = "backup", description = "备份本节点，不必停止 Make a backup of this node while it works")
public final class BackupCommand implements Action {
    private static final Logger LOG = LoggerFactory.getLogger(BackupCommand.class);
    private static final MessageCatalog TEXTS = MessageCatalog.beside(BackupCommand.class);
    private static final int TOLD_EVERY_SECONDS = 20;

    @Option(name = "--passphrase-file", description = "口令文件，用于加密 File with the passphrase that seals it")
    String passphraseFile;

    @Argument(index = 0, name = "DIR", required = true, description = "新目录或空目录 A folder that is new or empty")
    String folder;

    @Reference
    DatabaseSnapshot database;

    @Reference
    DocumentFolder documents;

    @Reference
    NodeKeys keys;

    @Reference
    BundleContext context;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PrintStream out = session.getConsole();
        ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor();
        try {
            Optional<Passphrase> passphrase =
                    Optional.ofNullable(passphraseFile).map(file -> Passphrase.in(Path.of(file)));
            // Who asks from afar takes long silence for an end.
            ScheduledFuture<?> telling = teller.scheduleWithFixedDelay(
                    () -> print(out, "… " + label("working")), 0, TOLD_EVERY_SECONDS, TimeUnit.SECONDS);
            Manifest made = backup().make(Path.of(folder), passphrase);
            telling.cancel(false);
            long size = made.parts().values().stream()
                    .mapToLong(Manifest.Seen::size)
                    .sum();
            LOG.info("a backup of {} bytes was made in {}", size, folder);
            print(out, lines("done", folder, size));
            if (passphrase.isEmpty()) {
                print(out, lines("open"));
            }
            return null;
        } catch (BackupRefusedException e) {
            throw failed(e.text());
        } catch (IOException e) {
            LOG.error("a backup to {} failed", folder, e);
            throw failed(TEXTS.render("failed", List.of(folder, e.getMessage())));
        } finally {
            teller.shutdownNow();
        }
    }

    private Backup backup() {
        return new Backup(
                context.getBundle().getVersion().toString(),
                new NodeFolders(Path.of(context.getProperty("karaf.base")), documents),
                database,
                keys.profile(),
                // A backup bears the time of the machine, whatever time the node is told.
                Clock.systemUTC(),
                new SecureRandom());
    }

    private static void print(PrintStream out, String line) {
        out.println(line);
        out.flush();
    }

    private static String label(String key) {
        LocalizedText text = TEXTS.render(key, List.of());
        return text.zh() + " " + text.en();
    }

    private static String lines(String key, Object... arguments) {
        LocalizedText text = TEXTS.render(key, List.of(arguments));
        return text.zh() + "\n" + text.en();
    }

    private static CommandException failed(LocalizedText why) {
        String reason = why.zh() + "\n" + why.en();
        return new CommandException(reason, reason);
    }
}
