package org.quanlian.cli.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.CliTexts;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.UsageException;
import org.quanlian.cli.Verb;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.evidence.EvidenceFile;
import org.quanlian.exchange.evidence.EvidenceVerifier;
import org.quanlian.exchange.evidence.Proof;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.Verified;

/**
 * {@code verify FILE}: what a file of evidence proves, in both profiles, without a node and without a network. Whose the
 * certificates are, it can't know: it prints the fingerprints that a person compares.
 */
public final class VerifyVerb implements Verb {
    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of());
        if (parsed.words().size() != 1) {
            throw new UsageException(CliTexts.of("usage.verify"));
        }
        Path file = Path.of(parsed.words().get(0));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException(CliTexts.of("audit.file", file));
        }
        try {
            print(EvidenceVerifier.verify(EvidenceFile.read(read(file))), streams);
            return ExitCode.DONE;
        } catch (RefusedMessageException e) {
            streams.complain(CliTexts.of("verify.broken", file));
            streams.complain(e.refusal().text());
            return ExitCode.FAILED;
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(EvidenceFile.MAX_BYTES + 1);
        }
    }

    private static void print(Proof proof, Streams streams) throws IOException {
        Message message = proof.message();
        say(
                streams,
                "verify.message",
                message.id().value(),
                message.source(),
                message.recipient(),
                message.type(),
                message.subject(),
                message.time());
        signed(streams, "verify.sent", proof.sent());
        if (proof.receipt().isEmpty() || proof.received().isEmpty()) {
            say(streams, "verify.unanswered");
            return;
        }
        Receipt receipt = proof.receipt().get();
        if (receipt.refusal().isPresent()) {
            say(streams, "verify.refused", receipt.at(), receipt.refusal().get().code());
            streams.print(CliTexts.both(receipt.refusal().get().text()) + "\n");
        } else {
            say(streams, "verify.stored", receipt.at());
        }
        signed(streams, "verify.received", proof.received().get());
        say(streams, "verify.compare");
    }

    private static void signed(Streams streams, String key, Verified signature) throws IOException {
        say(
                streams,
                key,
                signature.signedAt(),
                signature.profile().code(),
                Certificates.fingerprint(signature.certificate()));
    }

    private static void say(Streams streams, String key, Object... arguments) throws IOException {
        streams.print(CliTexts.both(CliTexts.of(key, arguments)) + "\n");
    }
}
