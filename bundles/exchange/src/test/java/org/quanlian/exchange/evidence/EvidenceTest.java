package org.quanlian.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.DataClass;
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

/** Files of evidence: what they prove, and that nothing else passes for proof. */
class EvidenceTest {
    private static final Instant NOW = Instant.parse("2025-07-01T01:02:03Z");
    private static final NodeName HAINAN = new NodeName(new Area("460000"));
    private static final NodeName SHANXI = new NodeName(new Area("140000"));
    private static final Id<Message> ID = new Id<>("01JYC0QZ3W0000000000000001");

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldProveADelivery(Profile profile) {
        Delivery delivery = new Delivery(profile);

        Proof proof =
                EvidenceVerifier.verify(EvidenceFile.read(EvidenceFile.write(delivery.evidence(delivery.receipt()))));

        assertThat(proof.message()).isEqualTo(delivery.message);
        assertThat(proof.sent().certificate()).isEqualTo(delivery.sender.certificate());
        assertThat(proof.receipt()).contains(delivery.receipt());
        assertThat(proof.received().orElseThrow().certificate()).isEqualTo(delivery.receiver.certificate());
    }

    @Test
    void shouldProveLess_withoutAReceipt() {
        Delivery delivery = new Delivery(Profile.INTL);
        Evidence unanswered =
                new Evidence(delivery.sent(), delivery.sender.certificate(), Optional.empty(), Optional.empty());
        byte[] file = EvidenceFile.write(unanswered);

        assertThat(file).isEqualTo(EvidenceFile.write(unanswered));
        assertThat(EvidenceVerifier.verify(EvidenceFile.read(file)).receipt()).isEmpty();
        assertThat(new String(entry(file, "README.md"), StandardCharsets.UTF_8)).contains("不证明已送达");
    }

    @Test
    void shouldNotTakeAReceiptOfSomethingElse() {
        Delivery delivery = new Delivery(Profile.INTL);
        Receipt right = delivery.receipt();
        Receipt otherBytes = new Receipt(
                right.message(), "sha-256:" + "0".repeat(64), right.signatureDigest(), SHANXI, NOW, Optional.empty());
        Receipt otherSignature = new Receipt(
                right.message(), right.messageDigest(), "sha-256:" + "0".repeat(64), SHANXI, NOW, Optional.empty());
        Receipt otherName = new Receipt(
                Optional.of(new Id<>("01JYC0QZ3W0000000000000002")),
                right.messageDigest(),
                right.signatureDigest(),
                SHANXI,
                NOW,
                Optional.empty());
        Receipt otherNode = new Receipt(
                right.message(), right.messageDigest(), right.signatureDigest(), HAINAN, NOW, Optional.empty());

        for (Receipt wrong : List.of(otherBytes, otherSignature, otherName, otherNode)) {
            assertThat(code(() -> EvidenceVerifier.verify(delivery.evidence(wrong))))
                    .isEqualTo("evidence.receipt");
        }
    }

    @Test
    void shouldNotTakeTheCertificateOfAnotherNode() {
        Delivery delivery = new Delivery(Profile.INTL);
        SigningIdentity stranger = identity(Profile.INTL, new NodeName(new Area("110000")));
        byte[] bytes = MessageFormat.write(delivery.message);
        Evidence forged = new Evidence(
                new Arrived(bytes, signer(stranger).sign(bytes)),
                stranger.certificate(),
                Optional.empty(),
                Optional.empty());

        assertThat(code(() -> EvidenceVerifier.verify(forged))).isEqualTo("evidence.node");
    }

    @Test
    void shouldNameThePart_thatIsMissingTooMuchOrTooBig() throws IOException {
        Delivery delivery = new Delivery(Profile.INTL);
        byte[] file = EvidenceFile.write(delivery.evidence(delivery.receipt()));

        for (String part :
                List.of("message.json", "message.p7s", "sender.pem", "receipt.json", "receipt.p7s", "receiver.pem")) {
            assertThat(text(() -> EvidenceFile.read(with(file, part, Optional.empty()))))
                    .contains(part);
            assertThat(text(() -> EvidenceFile.read(with(file, part, Optional.of(new byte[2_000_000])))))
                    .contains(part);
        }
        assertThat(text(() -> EvidenceFile.read(with(file, "../../etc/passwd", Optional.of(new byte[1])))))
                .contains("part ?");
        assertThat(text(() -> EvidenceFile.read(with(file, "sender.pem", Optional.of(new byte[] {1, 2, 3})))))
                .contains("sender.pem");
        assertThat(text(() -> EvidenceFile.read(new byte[EvidenceFile.MAX_BYTES + 1])))
                .contains("zip");
        assertThat(text(() -> EvidenceFile.read("no zip".getBytes(StandardCharsets.UTF_8))))
                .contains("message.json");
    }

    @Test
    @EnabledIf("theShellIsThere")
    void shouldTellCommandsThatWork(@TempDir Path folder) throws Exception {
        Delivery delivery = new Delivery(Profile.INTL);
        byte[] file = EvidenceFile.write(delivery.evidence(delivery.receipt()));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        String page = Files.readString(folder.resolve("README.md"));
        String commands = page.substring(page.indexOf("at() {"), page.indexOf("```\n每行"));

        assertThat(shell(folder, "set -e\n" + commands)).isZero();
        assertThat(page)
                .contains(
                        Certificates.fingerprint(delivery.sender.certificate()),
                        Certificates.fingerprint(delivery.receiver.certificate()));
        Files.writeString(folder.resolve("receipt.json"), "{}");
        assertThat(shell(folder, "set -e\n" + commands)).isNotZero();
    }

    static boolean theShellIsThere() {
        try {
            return new ProcessBuilder("sh", "-c", "openssl version && date -d @0")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int shell(Path folder, String commands) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static byte[] entry(byte[] file, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
            throw new AssertionError("no " + name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The file with another content of one part, or without it, or with a part more. */
    private static byte[] with(byte[] file, String part, Optional<byte[]> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (!entry.getName().equals(part)) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(from.readAllBytes());
                }
            }
            if (content.isPresent()) {
                to.putNextEntry(new ZipEntry(part));
                to.write(content.get());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static String code(Runnable reading) {
        return caught(reading).refusal().code();
    }

    private static String text(Runnable reading) {
        RefusedMessageException refused = caught(reading);
        assertThat(refused.refusal().code()).isEqualTo("evidence.format");
        return refused.refusal().text().en();
    }

    private static RefusedMessageException caught(Runnable reading) {
        List<RefusedMessageException> caught = new ArrayList<>();
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(RefusedMessageException.class, caught::add);
        return caught.get(0);
    }

    private static MessageSigner signer(SigningIdentity identity) {
        return new MessageSigner(identity, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SigningIdentity identity(Profile profile, NodeName node) {
        return Certificates.selfSigned(
                profile, node, NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(30)), new SecureRandom());
    }

    /** One message from Hainan that Shanxi stored. */
    private static final class Delivery {
        private final Profile profile;
        private final SigningIdentity sender;
        private final SigningIdentity receiver;
        private final Message message = new Message(
                ID,
                HAINAN,
                SHANXI,
                new MessageType(DataClass.CREDIT, "suspended", 1),
                "91110000600037341L",
                1,
                NOW,
                NOW.plus(Duration.ofDays(7)),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("until", "2028-06-30"));
        private final byte[] signature;

        Delivery(Profile profile) {
            this.profile = profile;
            sender = identity(profile, HAINAN);
            receiver = identity(profile, SHANXI);
            signature = signer(sender).sign(MessageFormat.write(message));
        }

        Arrived sent() {
            return new Arrived(MessageFormat.write(message), signature);
        }

        Receipt receipt() {
            return new Receipt(
                    Optional.of(ID),
                    MessageDigests.of(profile, MessageFormat.write(message)),
                    MessageDigests.of(profile, signature),
                    SHANXI,
                    NOW,
                    Optional.empty());
        }

        Evidence evidence(Receipt receipt) {
            byte[] bytes = ReceiptFormat.write(receipt);
            return new Evidence(
                    sent(),
                    sender.certificate(),
                    Optional.of(new Answer(bytes, signer(receiver).sign(bytes))),
                    Optional.of(receiver.certificate()));
        }
    }
}
