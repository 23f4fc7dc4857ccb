package org.quanlian.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.quanlian.backup.BackupRefusedException;
import org.quanlian.backup.DatabaseRestorer;
import org.quanlian.backup.Manifest;
import org.quanlian.backup.Passphrase;
import org.quanlian.backup.Restoration;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.CliTexts;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.UsageException;
import org.quanlian.cli.Verb;

/**
 * {@code restore --data DIR [--store FILE] [--passphrase-file FILE] BACKUP}: brings a node back onto an empty data directory and
 * an empty database. The passphrase may also stand in the environment; it never stands among the arguments.
 */
public final class RestoreVerb implements Verb {
    /** The environment variable with the passphrase. */
    static final String VARIABLE = "QUANLIAN_BACKUP_PASSPHRASE";

    private final Map<String, String> environment;

    /** The verb in this process's environment. */
    public RestoreVerb() {
        this(System.getenv());
    }

    RestoreVerb(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data", "--store", "--passphrase-file"));
        Path data = Path.of(parsed.required("--data"));
        if (parsed.words().size() != 1) {
            throw new UsageException(CliTexts.of("restore.usage"));
        }
        Path backup = Path.of(parsed.words().get(0));
        List<DatabaseRestorer> restorers = ServiceLoader.load(DatabaseRestorer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        try {
            Optional<Passphrase> passphrase = parsed.option("--passphrase-file")
                    .map(file -> Passphrase.in(Path.of(file)))
                    .or(() -> Optional.ofNullable(environment.get(VARIABLE))
                            .filter(value -> !value.isEmpty())
                            .map(Passphrase::new));
            Manifest restored = new Restoration(restorers, new SecureRandom())
                    .restore(backup, data, parsed.option("--store").map(Path::of), passphrase);
            streams.complain(CliTexts.of("restore.done", backup, restored.createdAt(), data));
            return ExitCode.DONE;
        } catch (BackupRefusedException e) {
            streams.complain(e.text());
            return ExitCode.FAILED;
        } catch (IOException e) {
            streams.complain(CliTexts.of("restore.failed", backup, e.getMessage()));
            return ExitCode.FAILED;
        }
    }
}
