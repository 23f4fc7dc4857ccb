package org.quanlian.cli.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.cli.CliRun;
import org.quanlian.cli.ExitCode;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.evidence.Evidence;
import org.quanlian.exchange.evidence.EvidenceFile;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SigningIdentity;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;

/** Evidence on the command line, where there is no node. */
class VerifyVerbTest {
    private static final Instant NOW = Instant.parse("2025-07-01T01:02:03Z");
    private static final NodeName HAINAN = new NodeName(new Area("460000"));
    private static final NodeName SHANXI = new NodeName(new Area("140000"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldTellWhatEvidenceProves_andWhoseCertificatesToCompare(Profile profile) throws IOException {
        SigningIdentity sender = identity(profile, HAINAN);
        SigningIdentity receiver = identity(profile, SHANXI);

        CliRun run = CliRun.run("verify", file(sender, receiver, Optional.empty()));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("01JYC0QZ3W0000000000000001")
                .contains(HAINAN.toString())
                .contains("The receiver stored it")
                .contains(profile.code())
                .contains(Certificates.fingerprint(sender.certificate()))
                .contains(Certificates.fingerprint(receiver.certificate()));
    }

    @Test
    void shouldTellWhyTheReceiverRefused() throws IOException {
        CliRun run = CliRun.run(
                "verify",
                file(
                        identity(Profile.INTL, HAINAN),
                        identity(Profile.INTL, SHANXI),
                        Optional.of(Refusals.lasting("class.denied", "credit"))));

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("class.denied").contains("does not let this node take data");
    }

    @Test
    void shouldProveNothingElse_whateverByteIsChanged() throws IOException {
        Path file = Path.of(file(identity(Profile.INTL, HAINAN), identity(Profile.INTL, SHANXI), Optional.empty()));
        byte[] bytes = Files.readAllBytes(file);
        String proved = CliRun.run("verify", file.toString()).out();
        int broken = 0;
        int tried = 0;
        for (int i = 0; i < bytes.length; i += 61) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            CliRun run = CliRun.run("verify", file.toString());
            tried++;
            if (run.exitCode() == ExitCode.FAILED) {
                broken++;
                assertThat(run.out()).isEmpty();
                assertThat(run.err()).contains("proves nothing");
            } else {
                // A time or a flag of the zip, which says nothing.
                assertThat(run.out()).isEqualTo(proved);
            }
        }
        assertThat(broken).isGreaterThan(tried / 2);
    }

    @Test
    void shouldSayHowItIsUsed_whenThereIsNoFile() throws IOException {
        assertThat(CliRun.run("verify", folder.resolve("none").toString()).exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(CliRun.run("verify").exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }

    private String file(SigningIdentity sender, SigningIdentity receiver, Optional<Refusal> refusal)
            throws IOException {
        Message message = new Message(
                new Id<>("01JYC0QZ3W0000000000000001"),
                HAINAN,
                SHANXI,
                MessageType.parse("cn.quanlian.credit.suspended.v1"),
                "91460000TEST000001",
                1,
                NOW,
                NOW.plus(Duration.ofDays(7)),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode());
        byte[] bytes = MessageFormat.write(message);
        byte[] signature = signer(sender).sign(bytes);
        byte[] receipt = ReceiptFormat.write(new Receipt(
                Optional.of(message.id()),
                MessageDigests.of(receiver.profile(), bytes),
                MessageDigests.of(receiver.profile(), signature),
                SHANXI,
                NOW,
                refusal));
        Path file = folder.resolve("evidence.zip");
        Files.write(
                file,
                EvidenceFile.write(new Evidence(
                        new Arrived(bytes, signature),
                        sender.certificate(),
                        Optional.of(new Answer(receipt, signer(receiver).sign(receipt))),
                        Optional.of(receiver.certificate()))));
        return file.toString();
    }

    private static MessageSigner signer(SigningIdentity identity) {
        return new MessageSigner(identity, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SigningIdentity identity(Profile profile, NodeName node) {
        return Certificates.selfSigned(
                profile, node, NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(30)), new SecureRandom());
    }
}
