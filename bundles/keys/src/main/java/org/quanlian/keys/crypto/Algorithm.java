package org.quanlian.keys.crypto;

import java.util.Arrays;
import java.util.Optional;

/** What a key is made for. A key works with its own algorithm all its life, whatever new keys are made for. */
public enum Algorithm {
    /** Signatures over Curve25519. Source: RFC 8032. */
    ED25519("Ed25519", Kind.SIGNATURE),
    /** Signatures over the national curve, with SM3. Source: GB/T 32918.2, GB/T 32918.5. */
    SM2("SM2-SM3", Kind.SIGNATURE),
    /** Signatures that certificates and TLS everywhere know. Source: FIPS 186-5, RFC 5480. */
    ECDSA_P256("ECDSA-P256-SHA-256", Kind.SIGNATURE),
    /** Agreeing on a secret. Source: NIST SP 800-56A, RFC 5480. */
    ECDH_P256("ECDH-P256", Kind.AGREEMENT),
    /** The same on the national curve. Source: GB/T 32918.5. */
    ECDH_SM2("ECDH-SM2", Kind.AGREEMENT),
    /** Sealing. Source: NIST SP 800-38D. */
    AES_256_GCM("AES-256-GCM", Kind.SEAL),
    /** Sealing by the national block cipher. Source: GB/T 32907, GB/T 36624. */
    SM4_GCM("SM4-GCM", Kind.SEAL),
    /** Keyed digests. Source: RFC 2104. */
    HMAC_SHA_256("HMAC-SHA-256", Kind.MAC),
    /** Keyed digests by the national hash. Source: RFC 2104, GB/T 32905. */
    HMAC_SM3("HMAC-SM3", Kind.MAC);

    private final String label;
    private final Kind kind;

    Algorithm(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** What can be done with a key. */
    public enum Kind {
        /** Signing, so that everybody can tell who signed. */
        SIGNATURE,
        /** Encrypting, so that a change is found. */
        SEAL,
        /** Digests that nobody can compute who has not the key. */
        MAC,
        /** Agreeing with whoever has another such key on a secret that nobody else can compute. */
        AGREEMENT
    }

    /** The algorithm of that name, as it stands in files and anchors. */
    public static Optional<Algorithm> named(String label) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.label.equals(label))
                .findFirst();
    }

    /** Its name in files, anchors and lists; never changed. */
    public String label() {
        return label;
    }

    /** What can be done with it. */
    public Kind kind() {
        return kind;
    }
}
