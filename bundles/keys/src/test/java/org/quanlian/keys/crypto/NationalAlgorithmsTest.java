package org.quanlian.keys.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The algorithms against the examples of the standards that define them. */
class NationalAlgorithmsTest {
    private static final HexFormat HEX = HexFormat.of();

    /** GB/T 32905, appendix A. */
    @Test
    void shouldDigestAsTheStandardDoes() {
        assertThat(HEX.formatHex(DigestAlgorithm.SM3.of("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    /** RFC 8998, appendix A.1. */
    @Test
    void shouldSealAsTheStandardDoes() throws GeneralSecurityException {
        Aead cipher = Aead.of(Algorithm.SM4_GCM);
        byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");

        byte[] sealed = cipher.seal(
                cipher.key(HEX.parseHex("0123456789abcdeffedcba9876543210")),
                HEX.parseHex("00001234567800000000abcd"),
                HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                plain,
                plain.length);

        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
    }

    /** A public key and a signature that OpenSSL 3 made, with the usual identifier. */
    @Test
    void shouldVerifyWhatOpenSslSigned() {
        byte[] key = HEX.parseHex(
                "3059301306072a8648ce3d020106082a811ccf5501822d0342000450d825065ea953fceb62117e8f90d71b9"
                        + "0471065d288459110802e278fc6949c1ad8db072f70cdbcadbcb58fb47c5b23f29ad21f57d18a3229a072522f057a05");
        byte[] signature = HEX.parseHex("3045022100eca87a669b4adcbfc70fbe443298fa2e7b79abf9e2bdaa24e93d7b63dd51e50c"
                + "0220558828d51f95e957cc1a2e1ea3ed04e71d05281998d3ea01148588e59e5cc89f");
        SignatureScheme sm2 = SignatureScheme.of(Algorithm.SM2);

        assertThat(sm2.verify(key, "abc".getBytes(StandardCharsets.US_ASCII), signature))
                .isTrue();
        assertThat(sm2.verify(key, "abd".getBytes(StandardCharsets.US_ASCII), signature))
                .isFalse();
    }

    @Test
    void shouldSignOverTheNationalCurve_andNoOther() {
        SignatureScheme sm2 = SignatureScheme.of(Algorithm.SM2);
        KeyPairBytes pair = sm2.newPair(new SecureRandom());
        byte[] message = "abc".getBytes(StandardCharsets.US_ASCII);

        assertThat(sm2.verify(pair.publicKey(), message, sm2.sign(pair.privateKey(), message)))
                .isTrue();
        // The object identifier of the curve, 1.2.156.10197.1.301.
        assertThat(HEX.formatHex(pair.publicKey())).contains("06082a811ccf5501822d");
        KeyPairBytes other = SignatureScheme.of(Algorithm.ED25519).newPair(new SecureRandom());
        assertThatThrownBy(() -> sm2.sign(other.privateKey(), message)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sm2.verify(other.publicKey(), message, new byte[70]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Algorithm.class,
            names = {"HMAC_SHA_256", "HMAC_SM3"})
    void shouldNameByTheKey(Algorithm algorithm) {
        byte[] message = {1, 2, 3};
        byte[] name = new KeyedDigest(algorithm, new byte[] {1}).of(message);

        assertThat(name).hasSize(32).isEqualTo(new KeyedDigest(algorithm, new byte[] {1}).of(message));
        assertThat(new KeyedDigest(algorithm, new byte[] {2}).of(message)).isNotEqualTo(name);
    }
}
