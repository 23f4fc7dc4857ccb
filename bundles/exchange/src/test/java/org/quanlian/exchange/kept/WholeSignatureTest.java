package org.quanlian.exchange.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.exchange.signature.SigningIdentity;
import org.quanlian.model.Area;

/** Damage to a signature is seen wherever it is. */
class WholeSignatureTest {
    private static final Instant NOW = Instant.parse("2025-07-01T01:00:00Z");
    private static final byte[] MESSAGE = "{}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @EnumSource(Profile.class)
    void shouldSeeEachChangedByte(Profile profile) {
        SigningIdentity identity = identity(profile);
        byte[] signature = sign(identity);
        List<Integer> unseen = new ArrayList<>();
        int unseenByTheSignature = 0;
        for (int i = 0; i < signature.length; i++) {
            byte[] damaged = signature.clone();
            damaged[i] ^= 1;
            if (verifies(damaged, identity.certificate())) {
                unseenByTheSignature++;
                if (isWhole(damaged, identity.certificate())) {
                    unseen.add(i);
                }
            }
        }

        assertThat(isWhole(signature, identity.certificate())).isTrue();
        assertThat(unseen).isEmpty();
        // What this is for: the certificate that lies beside the signature, among others.
        assertThat(unseenByTheSignature).isGreaterThan(100);
    }

    @Test
    void shouldSeeAnotherCertificateBeside() {
        SigningIdentity identity = identity(Profile.INTL);
        byte[] signature = sign(identity);

        assertThatExceptionOfType(RefusedMessageException.class)
                .isThrownBy(() ->
                        WholeSignature.require(signature, identity(Profile.INTL).certificate()))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("signature.format"));
    }

    private static boolean verifies(byte[] signature, X509Certificate certificate) {
        try {
            return SignatureVerifier.verify(MESSAGE, signature, List.of(certificate), NOW) != null;
        } catch (RefusedMessageException e) {
            return false;
        }
    }

    private static boolean isWhole(byte[] signature, X509Certificate certificate) {
        try {
            WholeSignature.require(signature, certificate);
            return true;
        } catch (RefusedMessageException e) {
            return false;
        }
    }

    private static byte[] sign(SigningIdentity identity) {
        return new MessageSigner(identity, Clock.fixed(NOW, ZoneOffset.UTC)).sign(MESSAGE);
    }

    private static SigningIdentity identity(Profile profile) {
        return Certificates.selfSigned(
                profile,
                new NodeName(new Area("460000")),
                NOW.minus(Duration.ofDays(2)),
                NOW.plus(Duration.ofDays(30)),
                new SecureRandom());
    }
}
