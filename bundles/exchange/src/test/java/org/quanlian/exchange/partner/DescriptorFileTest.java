package org.quanlian.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.CertificateMaker;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SigningIdentity;
import org.quanlian.exchange.testing.EcKeys;
import org.quanlian.keys.AgreementPublicKey;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** Files by which nodes are introduced. */
class DescriptorFileTest {
    private static final Instant NOW = Instant.parse("2025-07-01T01:02:03Z");
    private static final NodeName HAINAN = new NodeName(new Area("460000"));
    private static final SigningIdentity GM = identity(Profile.GM, HAINAN);
    private static final SigningIdentity INTL = identity(Profile.INTL, HAINAN);
    private static final SigningIdentity TRANSPORT = transport(HAINAN);
    private static final AgreementPublicKey AGREEMENT = agreementKey();
    private static final PartnerDescriptor DESCRIPTOR = descriptor(List.of(GM, INTL), List.of(TRANSPORT));

    @Test
    void shouldIntroduceANode() {
        PartnerDescriptor read = DescriptorFile.read(file(), NOW);

        assertThat(read).isEqualTo(DESCRIPTOR);
        assertThat(DescriptorFile.fingerprint(read))
                .isEqualTo(DescriptorFile.fingerprint(DESCRIPTOR))
                .matches("([0-9a-f]{4} ){15}[0-9a-f]{4}");
    }

    @Test
    void shouldHaveAnotherFingerprint_whenAnythingDiffers() {
        PartnerDescriptor other = new PartnerDescriptor(
                HAINAN,
                DESCRIPTOR.name(),
                Endpoint.parse("https://hainan.example/exchange2"),
                DESCRIPTOR.certificates(),
                DESCRIPTOR.transport(),
                DESCRIPTOR.agreementKey(),
                DESCRIPTOR.tells(),
                DESCRIPTOR.takes(),
                NOW);

        assertThat(DescriptorFile.fingerprint(other)).isNotEqualTo(DescriptorFile.fingerprint(DESCRIPTOR));
    }

    @Test
    void shouldRefuseAKeyThatTheNodeDoesNotHave() {
        // The file of Hainan with its endpoint changed by somebody on the way.
        assertThat(refused(file -> descriptorOf(file).put("endpoint", "https://evil.example/exchange"))
                        .refusal()
                        .code())
                .isEqualTo("signature.wrong");
        // Another's certificate, shown without its key.
        SigningIdentity stranger = identity(Profile.INTL, HAINAN);
        assertThat(refused(file -> ((ArrayNode) descriptorOf(file).get("certificates"))
                                .set(1, file.textNode(Certificates.pem(stranger.certificate()))))
                        .refusal()
                        .code())
                .startsWith("signature.");
        assertThat(refused(file -> ((ArrayNode) descriptorOf(file).get("transport"))
                                .set(
                                        0,
                                        file.textNode(Certificates.pem(
                                                transport(HAINAN).certificate()))))
                        .refusal()
                        .code())
                .startsWith("signature.");
        // The agreement key can't sign; those that can vouch for it.
        assertThat(refused(file -> descriptorOf(file)
                                .put("agreementKey", agreementKey().text()))
                        .refusal()
                        .code())
                .isEqualTo("signature.wrong");
    }

    @Test
    void shouldRefuseCertificatesOfOthers_andThoseThatHaveEnded() {
        SigningIdentity other = identity(Profile.INTL, new NodeName(new Area("140000")));

        for (List<SigningIdentity> signing : List.of(List.of(other), List.of(TRANSPORT), List.<SigningIdentity>of())) {
            assertThatThrownBy(() -> descriptor(signing, List.of(TRANSPORT))).isInstanceOf(InvalidValueException.class);
        }
        SigningIdentity others = transport(new NodeName(new Area("140000")));
        for (List<SigningIdentity> transport :
                List.of(List.of(others), List.of(INTL), List.of(TRANSPORT, TRANSPORT), List.<SigningIdentity>of())) {
            assertThatThrownBy(() -> descriptor(List.of(INTL), transport)).isInstanceOf(InvalidValueException.class);
        }
        assertThatThrownBy(() -> DescriptorFile.read(file(), NOW.plus(Duration.ofDays(31))))
                .isInstanceOfSatisfying(
                        RefusedMessageException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("signature.validity"));
        assertThatThrownBy(() -> DescriptorFile.write(DESCRIPTOR, List.of(signer(GM))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldNameTheMember_thatIsMissingOrWrong() {
        for (String name : List.of(
                "kind",
                "node",
                "name",
                "endpoint",
                "certificates",
                "transport",
                "agreementKey",
                "tells",
                "takes",
                "madeAt")) {
            assertThat(member(file -> descriptorOf(file).remove(name))).isEqualTo(name);
            assertThat(member(file -> descriptorOf(file).put(name, 7))).isEqualTo(name);
        }
        assertThat(member(file -> descriptorOf(file).put("more", "x"))).isEqualTo("?");
        assertThat(member(file -> descriptorOf(file).put("endpoint", "http://hainan.example/")))
                .isEqualTo("endpoint");
        assertThat(member(file -> descriptorOf(file).put("endpoint", "https://u@hainan.example/")))
                .isEqualTo("endpoint");
        assertThat(member(file -> ((ArrayNode) descriptorOf(file).get("tells")).add("weather")))
                .isEqualTo("tells");
        assertThat(member(file -> ((ArrayNode) descriptorOf(file).get("tells")).add("credit")))
                .isEqualTo("tells");
        assertThat(member(file -> ((ObjectNode) descriptorOf(file).get("name")).put("en", " ")))
                .isEqualTo("name");
        assertThat(member(file -> descriptorOf(file).put("agreementKey", "AAAA")))
                .isEqualTo("agreementKey");
        assertThat(member(file -> ((ArrayNode) file.get("signatures")).remove(0)))
                .isEqualTo("signatures");
        assertThat(member(file -> ((ArrayNode) file.get("signatures")).set(0, file.textNode("%"))))
                .isEqualTo("signatures");
        assertThat(member(file -> file.remove("descriptor"))).isEqualTo("descriptor");
    }

    private static String member(Consumer<ObjectNode> change) {
        RefusedMessageException refused = refused(change);
        assertThat(refused.refusal().code()).isEqualTo("descriptor.member");
        return refused.refusal().text().en().replaceAll("The member (.*) of the partner file.*", "$1");
    }

    private static RefusedMessageException refused(Consumer<ObjectNode> change) {
        try {
            JsonNode file = new JsonMapper().readTree(file());
            change.accept((ObjectNode) file);
            List<RefusedMessageException> caught = new ArrayList<>();
            assertThatThrownBy(() -> DescriptorFile.read(CanonicalJson.write(file), NOW))
                    .isInstanceOfSatisfying(RefusedMessageException.class, caught::add);
            return caught.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode descriptorOf(ObjectNode file) {
        return (ObjectNode) file.get("descriptor");
    }

    private static byte[] file() {
        return DescriptorFile.write(DESCRIPTOR, List.of(signer(GM), signer(INTL), signer(TRANSPORT)));
    }

    private static PartnerDescriptor descriptor(List<SigningIdentity> identities, List<SigningIdentity> transport) {
        return new PartnerDescriptor(
                HAINAN,
                new LocalizedText("海南省科技创新券节点（测试）", "Hainan (test)"),
                Endpoint.parse("https://hainan.example/exchange"),
                identities.stream().map(SigningIdentity::certificate).toList(),
                transport.stream().map(SigningIdentity::certificate).toList(),
                AGREEMENT,
                Set.of(DataClass.INSTITUTIONS, DataClass.CREDIT),
                Set.of(DataClass.CREDIT),
                NOW);
    }

    private static MessageSigner signer(SigningIdentity identity) {
        return new MessageSigner(identity, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SigningIdentity transport(NodeName node) {
        KeyPair pair = EcKeys.p256();
        return new SigningIdentity(
                Profile.INTL,
                CertificateMaker.privateKey(pair.getPrivate().getEncoded()),
                new CertificateMaker(new SecureRandom())
                        .make(
                                Use.TRANSPORT,
                                Profile.INTL,
                                pair.getPrivate().getEncoded(),
                                pair.getPublic().getEncoded(),
                                node,
                                NOW.minus(Duration.ofDays(2)),
                                NOW.plus(Duration.ofDays(30))));
    }

    private static AgreementPublicKey agreementKey() {
        return AgreementPublicKey.parse(
                Base64.getEncoder().encodeToString(EcKeys.p256().getPublic().getEncoded()));
    }

    private static SigningIdentity identity(Profile profile, NodeName node) {
        return Certificates.selfSigned(
                profile, node, NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(30)), new SecureRandom());
    }
}
