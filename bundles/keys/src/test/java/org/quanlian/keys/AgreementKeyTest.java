package org.quanlian.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.EcAgreement;
import org.quanlian.keys.crypto.KeyPairBytes;

/** Secrets on which two nodes agree. */
class AgreementKeyTest {
    private static final byte[] INFO = "fingerprints".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void shouldAgreeOnOneSecret_thatIsAnotherForAnotherUseAndAnotherNode(Profile profile) {
        AgreementKey one = key("one", profile);
        AgreementKey other = key("other", profile);
        byte[] secret = one.secretWith(other.shown(), INFO, 32);

        assertThat(other.secretWith(one.shown(), INFO, 32)).isEqualTo(secret).hasSize(32);
        assertThat(one.secretWith(other.shown(), new byte[] {1}, 32)).isNotEqualTo(secret);
        assertThat(one.secretWith(key("third", profile).shown(), INFO, 32)).isNotEqualTo(secret);
        assertThat(AgreementPublicKey.parse(one.shown().text())).isEqualTo(one.shown());
        assertThat(one).hasToString("AgreementKey[" + one.id() + "]");
    }

    /** RFC 5869 by hand over the agreement of Java's own provider. */
    @Test
    void shouldAgreeWithWhatOthersCompute() throws Exception {
        KeyPairBytes other = EcAgreement.of(Algorithm.ECDH_P256).newPair(new SecureRandom());
        AgreementKey own = key("own", Profile.INTL);
        KeyFactory factory = KeyFactory.getInstance("EC");
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init((ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(other.privateKey())));
        agreement.doPhase(
                factory.generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(own.shown().text()))),
                true);
        byte[] extracted = hmac(new byte[32], agreement.generateSecret());
        byte[] block = new byte[INFO.length + 1];
        System.arraycopy(INFO, 0, block, 0, INFO.length);
        block[INFO.length] = 1;

        assertThat(own.secretWith(AgreementPublicKey.of(other.publicKey()), INFO, 32))
                .isEqualTo(hmac(extracted, block));
    }

    @Test
    void shouldRefuseKeysOfAnotherCurve_andWhatIsNoPoint() {
        AgreementKey national = key("national", Profile.GM);
        AgreementKey international = key("international", Profile.INTL);
        byte[] offTheCurve = Base64.getDecoder().decode(international.shown().text());
        offTheCurve[offTheCurve.length - 1] ^= 1;

        assertThatThrownBy(() -> national.secretWith(international.shown(), INFO, 32))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AgreementPublicKey.of(offTheCurve)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AgreementPublicKey.parse("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AgreementPublicKey.parse("%")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EcAgreement.of(Algorithm.SM2)).isInstanceOf(IllegalArgumentException.class);
    }

    private AgreementKey key(String node, Profile profile) {
        return new NodeKeys(folder.resolve(node), () -> profile, Clock.systemUTC(), new SecureRandom())
                .agreeing(Purpose.EXCHANGE_SECRETS)
                .current();
    }

    private static byte[] hmac(byte[] key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }
}
