package org.quanlian.keys.crypto;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** ECDSA over P-256 with SHA-256, as every Java has it; a signature is the DER sequence of its two numbers. Source: FIPS 186-5. */
final class EcdsaP256 implements SignatureScheme {
    private static final String NAME = "SHA256withECDSA";
    private static final String CURVE = "secp256r1";

    @Override
    public KeyPairBytes newPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            KeyPair pair = generator.generateKeyPair();
            return new KeyPairBytes(
                    pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has P-256", e);
        }
    }

    @Override
    public byte[] sign(byte[] privateKey, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(
                    onTheCurve(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(privateKey))));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private key of P-256", e);
        }
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(
                    onTheCurve(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey))));
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException e) {
            // A signature of the wrong length or form is a wrong signature.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key of P-256", e);
        }
    }

    /** Java's keys of other curves are keys of the same kind. */
    private static <K> K onTheCurve(K key) throws GeneralSecurityException {
        AlgorithmParameters p256 = AlgorithmParameters.getInstance("EC");
        p256.init(new ECGenParameterSpec(CURVE));
        if (!(key instanceof ECKey other)
                || !other.getParams()
                        .getCurve()
                        .equals(p256.getParameterSpec(ECParameterSpec.class).getCurve())) {
            throw new InvalidKeyException("the key is on another curve than P-256");
        }
        return key;
    }
}
