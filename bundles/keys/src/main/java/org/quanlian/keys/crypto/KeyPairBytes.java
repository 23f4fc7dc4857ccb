package org.quanlian.keys.crypto;

/** A pair of keys in the forms in which they are kept. */
public final class KeyPairBytes {
    private final byte[] privateKey;
    private final byte[] publicKey;

    /**
     * @param privateKey PKCS #8
     * @param publicKey X.509
     */
    public KeyPairBytes(byte[] privateKey, byte[] publicKey) {
        this.privateKey = privateKey.clone();
        this.publicKey = publicKey.clone();
    }

    /** The private key, PKCS #8. */
    public byte[] privateKey() {
        return privateKey.clone();
    }

    /** The public key, X.509. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Says nothing: a key must not get into logs. */
    @Override
    public String toString() {
        return "KeyPairBytes[hidden]";
    }
}
