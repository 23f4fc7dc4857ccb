package org.quanlian.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Claim;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.DecisionWriter;
import org.quanlian.wire.Problem;
import org.quanlian.wire.ProblemWriter;

/** {@code assess FILE|-}: decides a claim without a node; the decision on stdout, or the problem on stderr. */
public final class AssessVerb implements Verb {
    private static final String STDIN = "-";

    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--policy", "--data"));
        if (parsed.words().size() != 1) {
            throw new UsageException(CliTexts.of("usage.assess"));
        }
        AvailablePacks packs = AvailablePacks.find(parsed.option("--data").map(Path::of));
        StandaloneEngine engine = new StandaloneEngine(packs.policies(), packs.agreements());
        tellRefused(packs.refused(), streams);
        tellRefused(engine.refused(), streams);
        try {
            Optional<PolicyName> named = parsed.option("--policy").map(PolicyName::parse);
            Claim claim = new ClaimReader().read(read(parsed.words().get(0), streams.in()));
            PolicyName policy = named.orElseGet(() -> PolicyChoice.only(engine));
            streams.print(new DecisionWriter().write(PolicyChoice.decide(engine, policy, claim)));
            streams.print("\n");
            return ExitCode.DONE;
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e, engine).orElseThrow(() -> e);
            streams.complain(new ProblemWriter().write(problem));
            return ExitCode.BAD_INPUT;
        }
    }

    private static void tellRefused(List<RefusedPack> packs, Streams streams) throws IOException {
        for (RefusedPack refused : packs) {
            streams.complain(CliTexts.of("pack.refused", refused.origin(), refused.reason()));
        }
    }

    private static byte[] read(String name, InputStream stdin) throws IOException {
        // One byte more than allowed is enough for the reader to refuse it.
        int enough = ClaimReader.MAX_BYTES + 1;
        if (name.equals(STDIN)) {
            return stdin.readNBytes(enough);
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(CliTexts.of("assess.file", name));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(enough);
        }
    }
}
