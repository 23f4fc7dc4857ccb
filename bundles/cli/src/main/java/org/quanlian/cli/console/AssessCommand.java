package org.quanlian.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
import org.quanlian.cli.PolicyChoice;
import org.quanlian.cli.PolicyName;
import org.quanlian.cli.UsageException;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.parameters.NoValueException;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.DecisionWriter;
import org.quanlian.wire.FieldError;
import org.quanlian.wire.InvalidRequestException;

/** {@code quanlian:assess FILE}: decides a claim on this node. */
@Service
@Command(scope = "quanlian", name = "assess", description = "核定一份申请 Decide a claim")
public final class AssessCommand implements Action {
    @Argument(index = 0, name = "FILE", required = true, description = "申请的 JSON 文件 The claim, a JSON file")
    @Completion(FileCompleter.class)
    String file;

    @Option(
            name = "--policy",
            description =
                    "采用的政策 PROVINCE/YEAR[/VERSION]，默认为唯一的现行政策 The policy to decide by; by default the only current one")
    @Completion(PolicyCompleter.class)
    String policy;

    @Option(name = "--json", description = "输出 JSON Print JSON")
    boolean json;

    @Reference
    PolicyRegistry registry;

    @Reference
    AssessmentService assessments;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException, IOException {
        Decision decision = decide(read());
        if (json) {
            session.getConsole().println(new String(new DecisionWriter().write(decision), StandardCharsets.UTF_8));
        } else {
            session.getConsole().print(DecisionTable.of(decision));
        }
        return null;
    }

    private byte[] read() throws CommandException, IOException {
        Path path = session.currentDir().resolve(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw Refusals.of(ConsoleTexts.lines("file.unreadable", path));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ClaimReader.MAX_BYTES + 1);
        }
    }

    private Decision decide(byte[] claim) throws CommandException {
        try {
            PolicyName name =
                    Optional.ofNullable(policy).map(PolicyName::parse).orElseGet(() -> PolicyChoice.only(registry));
            return PolicyChoice.decide(assessments, name, new ClaimReader().read(claim));
        } catch (InvalidRequestException e) {
            StringBuilder text = new StringBuilder(ConsoleTexts.lines("claim.invalid"));
            for (FieldError error : e.errors()) {
                text.append("\n  ").append(error.pointer()).append("  ").append(error.code());
                text.append("\n    ").append(error.message().zh());
                text.append("\n    ").append(error.message().en());
            }
            throw Refusals.of(text.toString());
        } catch (PolicyNotFoundException e) {
            PolicyName name = new PolicyName(e.province(), e.year(), e.version());
            throw Refusals.of(ConsoleTexts.lines("policy.missing", name));
        } catch (NoValueException e) {
            throw Refusals.of(ConsoleTexts.lines("claim.early", e.day(), e.firstDay()));
        } catch (UsageException e) {
            throw Refusals.of(e.text());
        }
    }
}
