package org.quanlian.keys.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Ed25519, as every Java has it. Source: RFC 8032, RFC 8410. */
final class Ed25519 implements SignatureScheme {
    private static final String NAME = "Ed25519";

    @Override
    public KeyPairBytes newPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME);
            generator.initialize(NamedParameterSpec.ED25519, random);
            KeyPair pair = generator.generateKeyPair();
            return new KeyPairBytes(
                    pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    @Override
    public byte[] sign(byte[] privateKey, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private key of " + NAME, e);
        }
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(publicKey));
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException e) {
            // A signature of the wrong length or form is a wrong signature.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key of " + NAME, e);
        }
    }
}
