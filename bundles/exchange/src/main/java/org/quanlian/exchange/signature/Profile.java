package org.quanlian.exchange.signature;

import java.util.Arrays;
import java.util.Optional;

/** Which algorithms a signature is made with (算法套件). */
public enum Profile {
    /** National algorithms (国密): SM2 with SM3, GB/T 32918 and GB/T 32905. */
    GM("gm", "SM3", "SM3withSM2", "sm2p256v1", "1.2.156.10197.1.401", "1.2.156.10197.1.501"),
    /** International ones: ECDSA on P-256 with SHA-256, FIPS 186-5. */
    INTL("intl", "SHA-256", "SHA256withECDSA", "P-256", "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.2");

    private final String code;
    private final String digest;
    private final String signature;
    private final String curve;
    private final String digestOid;
    private final String signatureOid;

    Profile(String code, String digest, String signature, String curve, String digestOid, String signatureOid) {
        this.code = code;
        this.digest = digest;
        this.signature = signature;
        this.curve = curve;
        this.digestOid = digestOid;
        this.signatureOid = signatureOid;
    }

    /** How it is written in configuration and in descriptors. */
    public String code() {
        return code;
    }

    /** The profile that is written so. */
    public static Optional<Profile> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    /** Name of its digest, as Java's security providers know it. */
    String digestName() {
        return digest;
    }

    /** Name of its signature, as Java's security providers know it. */
    String signatureName() {
        return signature;
    }

    /** Name of the curve of its keys. */
    String curveName() {
        return curve;
    }

    /** Object identifier of its digest. */
    String digestOid() {
        return digestOid;
    }

    /** Object identifier of its signature. */
    String signatureOid() {
        return signatureOid;
    }
}
