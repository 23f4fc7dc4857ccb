package org.quanlian.exchange.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.model.Area;

/** Signatures of both profiles, forged in every way that we know. */
class MessageSignatureTest {
    private static final byte[] BYTES = "{\"a\":\"券\"}".getBytes(StandardCharsets.UTF_8);
    private static final NodeName HAINAN = new NodeName(new Area("460000"));
    private static final Instant NOW = Instant.parse("2025-07-01T01:02:03Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldSayWhoSigned_andWhen(Profile profile) {
        SigningIdentity identity = identity(profile);

        Verified verified = SignatureVerifier.verify(
                BYTES,
                signer(identity).sign(BYTES),
                List.of(identity(profile).certificate(), identity.certificate()),
                NOW);

        assertThat(verified).isEqualTo(new Verified(profile, identity.certificate(), NOW));
        assertThat(Certificates.profileOf(identity.certificate())).contains(profile);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldRefuseOtherBytes(Profile profile) {
        SigningIdentity identity = identity(profile);
        byte[] signature = signer(identity).sign(BYTES);

        assertThat(code("{\"a\":\"卷\"}".getBytes(StandardCharsets.UTF_8), signature, identity.certificate()))
                .isEqualTo("signature.wrong");
        assertThat(code(new byte[0], signature, identity.certificate())).isEqualTo("signature.wrong");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldRefuseStrangers_whateverCertificateTheySend(Profile profile) {
        SigningIdentity known = identity(profile);
        byte[] forged = signer(identity(profile)).sign(BYTES);

        assertThat(code(BYTES, forged, known.certificate())).isEqualTo("signature.unknown");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldRefuseAKeyThatNamesAnotherCertificate(Profile profile) {
        SigningIdentity known = identity(profile);
        SigningIdentity stranger = identity(profile);
        byte[] forged = signer(new SigningIdentity(profile, stranger.key(), known.certificate()))
                .sign(BYTES);

        assertThat(code(BYTES, forged, known.certificate())).isEqualTo("signature.wrong");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldRefuseACertificateThatIsNotGood_whenSigningOrNow(Profile profile) {
        SigningIdentity identity = identity(profile);
        Instant until = identity.certificate().getNotAfter().toInstant();
        byte[] late = new MessageSigner(identity, Clock.fixed(until.plusSeconds(1), ZoneOffset.UTC)).sign(BYTES);
        byte[] inTime = signer(identity).sign(BYTES);

        assertThat(code(BYTES, late, identity.certificate())).isEqualTo("signature.validity");
        assertThatThrownBy(() ->
                        SignatureVerifier.verify(BYTES, inTime, List.of(identity.certificate()), until.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        RefusedMessageException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("signature.validity"));
    }

    @Test
    void shouldNotTakeOneProfileForTheOther() {
        SigningIdentity gm = identity(Profile.GM);
        SigningIdentity intl = identity(Profile.INTL);

        assertThat(code(BYTES, signer(gm).sign(BYTES), intl.certificate())).isEqualTo("signature.unknown");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldRefuseWhatOthersCallASignature(Profile profile) throws Exception {
        SigningIdentity identity = identity(profile);
        byte[] signature = signer(identity).sign(BYTES);

        assertThat(code(BYTES, new byte[0], identity.certificate())).isEqualTo("signature.format");
        assertThat(code(BYTES, new byte[SignatureVerifier.MAX_BYTES + 1], identity.certificate()))
                .isEqualTo("signature.format");
        // The bytes inside of it.
        assertThat(code(BYTES, attached(identity), identity.certificate())).isEqualTo("signature.format");
        // Signed without attributes: no time, no name of the certificate.
        assertThat(code(BYTES, bare(identity), identity.certificate())).isEqualTo("signature.format");
        // Another writing of the same structure.
        byte[] ber = berOf(signature);
        assertThat(Arrays.equals(ber, signature)).isFalse();
        assertThat(code(BYTES, ber, identity.certificate())).isEqualTo("signature.format");
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldNeverTakeChangedOrCutSignatures_norFailOtherwise(Profile profile) {
        SigningIdentity identity = identity(profile);
        byte[] signature = signer(identity).sign(BYTES);
        Random random = new Random(4711);
        for (int i = 0; i < signature.length; i++) {
            byte[] cut = Arrays.copyOf(signature, i);
            assertThat(code(BYTES, cut, identity.certificate())).startsWith("signature.");
            byte[] changed = signature.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            String outcome = outcome(BYTES, changed, identity.certificate());
            // What the signer does not sign, such as the certificate that is sent along, may be changed without harm.
            assertThat(outcome).as("byte %d", i).matches("signature\\..*|verified");
        }
    }

    @Test
    @EnabledIf("opensslIsThere")
    void shouldBeVerifiedByOpenssl(@TempDir Path folder) throws Exception {
        SigningIdentity identity = identity(Profile.INTL);
        Files.write(folder.resolve("message.json"), BYTES);
        Files.write(folder.resolve("message.p7s"), signer(identity).sign(BYTES));
        Files.writeString(folder.resolve("certificate.pem"), Certificates.pem(identity.certificate()));

        assertThat(openssl(folder)).isZero();
        Files.writeString(folder.resolve("message.json"), "{\"a\":\"卷\"}");
        assertThat(openssl(folder)).isNotZero();
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldReadTheCertificatesThatItWrites(Profile profile) throws Exception {
        X509Certificate certificate = identity(profile).certificate();

        assertThat(Certificates.read(Certificates.pem(certificate))).isEqualTo(certificate);
        assertThat(Certificates.fingerprint(certificate)).matches("[0-9a-f]{64}");
        assertThat(identity(profile).toString()).doesNotContain("PRIVATE", "privateKey");
    }

    @Test
    void shouldDigestAsTheStandardsDo() {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);

        assertThat(MessageDigests.of(Profile.GM, abc))
                .isEqualTo("sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(MessageDigests.of(Profile.INTL, abc))
                .isEqualTo("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    static boolean opensslIsThere() {
        try {
            return new ProcessBuilder("openssl", "version")
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

    private static int openssl(Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "message.p7s",
                        "-content",
                        "message.json",
                        "-certfile",
                        "certificate.pem",
                        "-CAfile",
                        "certificate.pem",
                        "-purpose",
                        "any",
                        "-attime",
                        Long.toString(NOW.getEpochSecond()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static byte[] attached(SigningIdentity identity) throws Exception {
        byte[] detached = signer(identity).sign(BYTES);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSigners(new CMSSignedData(detached).getSignerInfos());
        generator.addCertificates(new JcaCertStore(List.of(identity.certificate())));
        return generator.generate(new CMSProcessableByteArray(BYTES), true).getEncoded("DER");
    }

    private static byte[] berOf(byte[] signature) throws Exception {
        CMSSignedData signed = new CMSSignedData(signature);
        return new CMSSignedData(new ContentInfo(
                        CMSObjectIdentifiers.signedData,
                        new BERSequence(((ASN1Sequence)
                                        signed.toASN1Structure().getContent().toASN1Primitive())
                                .toArray())))
                .getEncoded("BER");
    }

    private static byte[] bare(SigningIdentity identity) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setProvider(Algorithms.PROVIDER)
                .setDirectSignature(true)
                .build(identity.profile().signatureName(), identity.key(), identity.certificate()));
        return generator.generate(new CMSProcessableByteArray(BYTES), false).getEncoded("DER");
    }

    private static String code(byte[] bytes, byte[] signature, X509Certificate trusted) {
        List<RefusedMessageException> caught = new ArrayList<>();
        assertThatThrownBy(() -> SignatureVerifier.verify(bytes, signature, List.of(trusted), NOW))
                .isInstanceOfSatisfying(RefusedMessageException.class, caught::add);
        return caught.get(0).refusal().code();
    }

    private static String outcome(byte[] bytes, byte[] signature, X509Certificate trusted) {
        try {
            SignatureVerifier.verify(bytes, signature, List.of(trusted), NOW);
            return "verified";
        } catch (RefusedMessageException e) {
            return e.refusal().code();
        }
    }

    private static MessageSigner signer(SigningIdentity identity) {
        return new MessageSigner(identity, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static SigningIdentity identity(Profile profile) {
        return Certificates.selfSigned(
                profile, HAINAN, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(30)), RANDOM);
    }
}
