package org.quanlian.keys.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.BigIntegers;

/**
 * How two nodes agree on a secret over a curve of cofactor 1, and what is derived from it: nobody gets the point itself.
 * Source: NIST SP 800-56A (ECDH), RFC 5869 (HKDF).
 */
public final class EcAgreement {
    private final Algorithm algorithm;
    private final ECNamedDomainParameters curve;

    private EcAgreement(Algorithm algorithm, ASN1ObjectIdentifier name, X9ECParameters parameters) {
        this.algorithm = algorithm;
        this.curve = new ECNamedDomainParameters(name, parameters);
    }

    /**
     * The agreement of an algorithm.
     *
     * @throws IllegalArgumentException when that does not agree on secrets
     */
    public static EcAgreement of(Algorithm algorithm) {
        return switch (algorithm) {
            case ECDH_P256 -> new EcAgreement(
                    algorithm, SECObjectIdentifiers.secp256r1, SECNamedCurves.getByOID(SECObjectIdentifiers.secp256r1));
            case ECDH_SM2 -> new EcAgreement(
                    algorithm, GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
            default -> throw new IllegalArgumentException(algorithm.label() + " agrees on no secrets");
        };
    }

    /**
     * What a public key is for.
     *
     * @param publicKey X.509
     * @throws IllegalArgumentException when it is no point of one of the curves, or not written as it is written here
     */
    public static Algorithm algorithmOf(byte[] publicKey) {
        for (Algorithm each : new Algorithm[] {Algorithm.ECDH_P256, Algorithm.ECDH_SM2}) {
            if (read(publicKey) instanceof ECPublicKeyParameters key && of(each).isOnTheCurve(key)) {
                if (!Arrays.equals(encoded(key), publicKey)) {
                    throw new IllegalArgumentException("a public key has one writing");
                }
                return each;
            }
        }
        throw new IllegalArgumentException("no public key of P-256 or of SM2's curve");
    }

    /** A new pair. */
    public KeyPairBytes newPair(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(curve, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        try {
            return new KeyPairBytes(
                    PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                            .getEncoded(),
                    encoded(pair.getPublic()));
        } catch (IOException e) {
            throw new UncheckedIOException("a key can be encoded", e);
        }
    }

    /**
     * What both sides compute, each with its own private and the other's public key.
     *
     * @param info what it is for: another use has another secret
     * @param bytes how long it is, at most 8160
     * @throws IllegalArgumentException when one of the keys is none of this algorithm
     */
    public byte[] secret(byte[] privateKey, byte[] publicKey, byte[] info, int bytes) {
        if (!(readPrivate(privateKey) instanceof ECPrivateKeyParameters own)
                || !isOnTheCurve(own)
                || algorithmOf(publicKey) != algorithm) {
            throw new IllegalArgumentException("the keys are not both for " + algorithm.label());
        }
        ECDHBasicAgreement agreement = new ECDHBasicAgreement();
        agreement.init(own);
        byte[] agreed = BigIntegers.asUnsignedByteArray(
                agreement.getFieldSize(), agreement.calculateAgreement(read(publicKey)));
        HKDFBytesGenerator derivation = new HKDFBytesGenerator(digest());
        derivation.init(new HKDFParameters(agreed, null, info));
        byte[] secret = new byte[bytes];
        derivation.generateBytes(secret, 0, bytes);
        return secret;
    }

    private Digest digest() {
        return algorithm == Algorithm.ECDH_SM2 ? new SM3Digest() : new SHA256Digest();
    }

    private boolean isOnTheCurve(ECKeyParameters key) {
        return key.getParameters() instanceof ECNamedDomainParameters named
                && named.getName().equals(curve.getName());
    }

    private static byte[] encoded(AsymmetricKeyParameter publicKey) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey)
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException("a key can be encoded", e);
        }
    }

    /** Bouncy Castle refuses what is no point of the curve. */
    private static AsymmetricKeyParameter read(byte[] publicKey) {
        try {
            return PublicKeyFactory.createKey(publicKey);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("no public key", e);
        }
    }

    private static AsymmetricKeyParameter readPrivate(byte[] privateKey) {
        try {
            return PrivateKeyFactory.createKey(privateKey);
        } catch (IOException | RuntimeException e) {
            // Without the cause, which may tell of the key.
            throw new IllegalArgumentException("no private key");
        }
    }
}
