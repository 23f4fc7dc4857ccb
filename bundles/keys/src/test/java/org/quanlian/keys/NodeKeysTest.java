package org.quanlian.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.keys.crypto.Algorithm;

class NodeKeysTest {
    private static final byte[] MESSAGE = "the head of the trail".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private final SecureRandom random = new SecureRandom();
    private Profile profile = Profile.INTL;
    private Instant now = Instant.parse("2025-06-01T00:00:00Z");

    @Test
    void shouldMakeAKeyWhenItIsFirstNeeded_forItsOwnerAlone() throws IOException {
        SealingKey key = keys().sealing(Purpose.PERSONAL_DATA).current();

        assertThat(keys().sealing(Purpose.PERSONAL_DATA).current().id()).isEqualTo(key.id());
        assertThat(files()).hasSize(1).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        assertThat(Files.getPosixFilePermissions(data.resolve("keys")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldMakeNewKeysByTheProfile_andKeepTokensReadableEverywhere(Profile each) {
        profile = each;
        boolean national = each == Profile.GM;

        assertThat(keys().sealing(Purpose.PERSONAL_DATA).current().algorithm())
                .isEqualTo(national ? Algorithm.SM4_GCM : Algorithm.AES_256_GCM);
        assertThat(keys().signing(Purpose.AUDIT_ANCHORS).current().algorithm())
                .isEqualTo(national ? Algorithm.SM2 : Algorithm.ED25519);
        assertThat(keys().naming(Purpose.PERSON_NAMES).current().algorithm())
                .isEqualTo(national ? Algorithm.HMAC_SM3 : Algorithm.HMAC_SHA_256);
        assertThat(keys().signing(Purpose.ACCESS_TOKENS).current().algorithm()).isEqualTo(Algorithm.ED25519);
        assertThat(make(Purpose.EXCHANGE_MESSAGES).algorithm())
                .isEqualTo(national ? Algorithm.SM2 : Algorithm.ECDSA_P256);
        assertThat(make(Purpose.EXCHANGE_CONNECTIONS).algorithm()).isEqualTo(Algorithm.ECDSA_P256);
        assertThat(keys().agreeing(Purpose.EXCHANGE_SECRETS).current().algorithm())
                .isEqualTo(national ? Algorithm.ECDH_SM2 : Algorithm.ECDH_P256);
    }

    @Test
    void shouldKeepTheCertificateWithItsKey_andMakeNoneWithout() {
        CertifiedKey made = (CertifiedKey) make(Purpose.EXCHANGE_MESSAGES);

        CertifiedKey read = keys().certified(Purpose.EXCHANGE_MESSAGES, (algorithm, pair) -> new byte[0])
                .current();
        assertThat(read.certificate())
                .isEqualTo(made.certificate())
                .isEqualTo(made.pair().publicKey());
        assertThat(read.pair().privateKey()).isEqualTo(made.pair().privateKey());
        assertThat(read).hasToString("CertifiedKey[" + made.id() + "]");
        assertThatThrownBy(() -> keys().rotation(Purpose.EXCHANGE_MESSAGES).rotate())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("partner rotate");
        assertThatThrownBy(() -> keys().signing(Purpose.EXCHANGE_MESSAGES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys().certified(Purpose.AUDIT_ANCHORS, (algorithm, pair) -> new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void shouldVerifyOffline_whatAnOlderKeyOfTheOtherProfileSigned(Profile first) {
        profile = first;
        Signed signed = keys().signing(Purpose.AUDIT_ANCHORS).current().sign(MESSAGE);
        profile = first == Profile.GM ? Profile.INTL : Profile.GM;

        KeyRotation.Rotated rotated = keys().rotation(Purpose.AUDIT_ANCHORS).rotate();

        assertThat(rotated.before().orElseThrow().id()).isEqualTo(signed.keyId());
        assertThat(rotated.now().algorithm()).isEqualTo(profile.algorithm(Purpose.AUDIT_ANCHORS));
        assertThat(keys().signing(Purpose.AUDIT_ANCHORS).current().sign(MESSAGE).keyId())
                .isEqualTo(rotated.now().id());
        VerificationKey shown = keys().signing(Purpose.AUDIT_ANCHORS)
                .named(signed.keyId())
                .orElseThrow()
                .verification();
        VerificationKey offline = VerificationKey.parse(signed.algorithm(), shown.text());
        assertThat(offline.id()).isEqualTo(signed.keyId());
        assertThat(offline.verify(MESSAGE, signed)).isTrue();
        assertThat(offline.verify("another head".getBytes(StandardCharsets.UTF_8), signed))
                .isFalse();
        assertThat(offline.verify(MESSAGE, new byte[64])).isFalse();
        assertThat(keys().signing(Purpose.AUDIT_ANCHORS)
                        .current()
                        .verification()
                        .verify(MESSAGE, signed))
                .isFalse();
    }

    @Test
    void shouldRotateToTheNewest_howeverFastAndWhateverTheClockSays() {
        KeyRing<SealingKey> ring = keys().sealing(Purpose.PERSONAL_DATA);
        SealingKey first = ring.renew();
        SealingKey second = ring.renew();
        now = now.minusSeconds(100_000);
        SealingKey third = keys().sealing(Purpose.PERSONAL_DATA).renew();

        assertThat(keys().sealing(Purpose.PERSONAL_DATA).all())
                .extracting(SealingKey::id)
                .containsExactly(first.id(), second.id(), third.id());
        assertThat(ring.current().id()).isEqualTo(third.id());
        assertThat(keys().list()).extracting(KeyInfo::current).containsExactly(false, false, true);
    }

    @Test
    void shouldRefuseAnotherKeyOfPersonNames() {
        NamingKey key = keys().naming(Purpose.PERSON_NAMES).current();

        assertThatThrownBy(() -> keys().rotation(Purpose.PERSON_NAMES).rotate())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("person-names");
        assertThat(keys().naming(Purpose.PERSON_NAMES).current().name(MESSAGE)).isEqualTo(key.name(MESSAGE));
    }

    @Test
    void shouldReadTheFilesOfOlderNodes() throws IOException {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        Path keys = OwnerOnly.folder(data.resolve("keys"));
        OwnerOnly.write(keys.resolve("person-names.key"), HexFormat.of().formatHex(secret) + "\n");
        OwnerOnly.write(
                keys.resolve("personal-20250101T000000Z-0011223344556677.key"),
                Base64.getEncoder().encodeToString(secret) + "\n");

        assertThat(keys().naming(Purpose.PERSON_NAMES).current().secret()).isEqualTo(secret);
        assertThat(keys().sealing(Purpose.PERSONAL_DATA).current().key().getEncoded())
                .isEqualTo(secret);
        assertThat(keys().list()).extracting(KeyInfo::created).contains(Instant.parse("2025-01-01T00:00:00Z"));
    }

    @Test
    void shouldRefuseAKeyThatOthersMayRead() throws IOException {
        keys().signing(Purpose.AUDIT_ANCHORS).current();
        Files.setPosixFilePermissions(files().get(0), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> keys().signing(Purpose.AUDIT_ANCHORS).current())
                .isInstanceOf(KeyException.class)
                .hasMessageContaining(files().get(0).toString())
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindAnyChangeOfAKeyFile_andTellNothingOfTheKey(Purpose purpose) throws IOException {
        make(purpose);
        Path file = files().get(0);
        String text = Files.readString(file);
        String secret = text.lines()
                .filter(line -> line.startsWith("secret: "))
                .findFirst()
                .orElseThrow()
                .substring(8);
        for (int i = 0; i < text.length(); i++) {
            Files.writeString(file, text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1));
            assertThatThrownBy(() -> keys().ring(purpose).all())
                    .as("character %d", i)
                    .isInstanceOf(KeyException.class)
                    .hasMessageContaining(file.toString())
                    .satisfies(e -> assertThat(all(e)).doesNotContain(secret.substring(0, 12)));
        }
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> keys().ring(purpose).all()).isInstanceOf(KeyException.class);
    }

    @Test
    void shouldNotTakeAKeyForAnotherPurpose() throws IOException {
        keys().signing(Purpose.AUDIT_ANCHORS).current();
        Files.move(files().get(0), data.resolve("keys/token-x.key"));

        assertThatThrownBy(() -> keys().signing(Purpose.ACCESS_TOKENS).current())
                .isInstanceOf(KeyException.class)
                .hasRootCauseMessage("it is a key for audit-anchors, not for access-tokens");
    }

    @Test
    void shouldSayNothingOfTheMaterial_whenAKeyIsPrinted() {
        SigningKey key = keys().signing(Purpose.ACCESS_TOKENS).current();

        assertThat(List.of(key, keys().sealing(Purpose.PERSONAL_DATA).current()))
                .allSatisfy(one -> assertThat(one.toString()).endsWith("Key[" + one.id() + "]"));
        assertThat(key.pair()).hasToString("KeyPairBytes[hidden]");
    }

    /** A key; where there is to be a certificate, the public key stands for it. */
    private NodeKey make(Purpose purpose) {
        return purpose.certified()
                ? keys().certified(purpose, (algorithm, pair) -> pair.publicKey())
                        .renew()
                : keys().ring(purpose).renew();
    }

    private static String all(Throwable e) {
        return e == null ? "" : e + "\n" + all(e.getCause());
    }

    private NodeKeys keys() {
        return new NodeKeys(data.resolve("keys"), () -> profile, Clock.fixed(now, ZoneOffset.UTC), random);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("keys"))) {
            return all.toList();
        }
    }
}
