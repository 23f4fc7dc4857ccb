package org.quanlian.keys.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * SM2 with SM3 over the recommended curve and the usual identifier {@code 1234567812345678}; a signature is the DER sequence of
 * its two numbers, as OpenSSL has it. Source: GB/T 32918.2, GB/T 32918.5, GM/T 0009.
 */
final class Sm2 implements SignatureScheme {
    private static final ECNamedDomainParameters CURVE = new ECNamedDomainParameters(
            GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));

    @Override
    public KeyPairBytes newPair(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(CURVE, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        try {
            return new KeyPairBytes(
                    PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                            .getEncoded(),
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                            .getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a key of SM2 can be encoded", e);
        }
    }

    @Override
    public byte[] sign(byte[] privateKey, byte[] message) {
        SM2Signer signer = new SM2Signer();
        signer.init(true, onTheCurve(privateKey(privateKey), ECPrivateKeyParameters.class));
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        SM2Signer signer = new SM2Signer();
        signer.init(false, onTheCurve(publicKey(publicKey), ECPublicKeyParameters.class));
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private static AsymmetricKeyParameter privateKey(byte[] encoded) {
        try {
            return PrivateKeyFactory.createKey(encoded);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("no private key of SM2", e);
        }
    }

    private static AsymmetricKeyParameter publicKey(byte[] encoded) {
        try {
            return PublicKeyFactory.createKey(encoded);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("no public key of SM2", e);
        }
    }

    private static <K extends ECKeyParameters> K onTheCurve(AsymmetricKeyParameter key, Class<K> type) {
        if (!type.isInstance(key) || !type.cast(key).getParameters().equals(CURVE)) {
            throw new IllegalArgumentException("the key is on another curve than SM2's");
        }
        return type.cast(key);
    }
}
