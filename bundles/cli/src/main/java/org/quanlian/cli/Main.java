package org.quanlian.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanlian.cli.audit.AuditVerifyVerb;
import org.quanlian.cli.backup.RestoreVerb;
import org.quanlian.cli.exchange.VerifyVerb;
import org.quanlian.cli.node.AwaitVerb;
import org.quanlian.cli.node.ClockVerb;
import org.quanlian.cli.node.HealthVerb;
import org.quanlian.cli.node.PrepareVerb;
import org.quanlian.cli.remote.ConsoleVerb;

/** The command line that {@code ./quanlian} starts: {@code assess}, and what the launcher can't do in a shell. */
public final class Main {
    private static final Map<String, Verb> VERBS = verbs();

    private Main() {}

    /** Runs one verb and ends with its exit code. */
    public static void main(String[] args) throws IOException {
        Streams streams = new Streams(
                System.in,
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err));
        System.exit(run(List.of(args), streams).code());
    }

    static ExitCode run(List<String> arguments, Streams streams) throws IOException {
        try {
            Verb verb = arguments.isEmpty() ? null : VERBS.get(arguments.get(0));
            if (verb == null) {
                throw new UsageException(CliTexts.of("usage.verb", String.join(", ", VERBS.keySet())));
            }
            return verb.run(arguments.subList(1, arguments.size()), streams);
        } catch (UsageException e) {
            streams.complain(e.text());
            return ExitCode.BAD_INPUT;
        } finally {
            streams.flush();
        }
    }

    private static Map<String, Verb> verbs() {
        Map<String, Verb> verbs = new LinkedHashMap<>();
        verbs.put("assess", new AssessVerb());
        verbs.put("prepare", new PrepareVerb());
        verbs.put("await", new AwaitVerb());
        verbs.put("health", new HealthVerb());
        verbs.put("clock", new ClockVerb());
        verbs.put("audit-verify", new AuditVerifyVerb());
        verbs.put("restore", new RestoreVerb());
        verbs.put("verify", new VerifyVerb());
        verbs.put("console", new ConsoleVerb());
        return verbs;
    }
}
