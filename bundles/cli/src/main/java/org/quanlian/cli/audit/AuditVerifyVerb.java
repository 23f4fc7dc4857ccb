package org.quanlian.cli.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.quanlian.audit.AuditTexts;
import org.quanlian.audit.ExportVerification;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.CliTexts;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.UsageException;
import org.quanlian.cli.Verb;

/** {@code audit-verify --file EXPORT}: proves an exported trail whole, or names the first broken entry; without a node. */
public final class AuditVerifyVerb implements Verb {
    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--file"));
        Path file = Path.of(parsed.required("--file"));
        if (!parsed.words().isEmpty()) {
            throw new UsageException(CliTexts.of("usage.audit"));
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(CliTexts.of("audit.file", file));
        }
        try (BufferedReader export = Files.newBufferedReader(file)) {
            ExportVerification.Result result = ExportVerification.verify(export);
            if (result.broken().isPresent()) {
                streams.complain(AuditTexts.broken(result.broken().get()));
                return ExitCode.FAILED;
            }
            streams.print(CliTexts.both(AuditTexts.whole(result.from(), result.to(), result.anchors())) + "\n");
            streams.print(CliTexts.both(AuditTexts.of("keys", String.join(", ", result.keys()))) + "\n");
            return ExitCode.DONE;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new UsageException(CliTexts.of("audit.format", file));
        }
    }
}
