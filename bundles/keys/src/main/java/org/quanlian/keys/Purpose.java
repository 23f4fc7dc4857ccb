package org.quanlian.keys;

import java.util.Arrays;
import java.util.Optional;
import org.quanlian.keys.crypto.Algorithm;

/** What keys are for. A key serves one purpose, and each purpose has a ring of its own. */
public enum Purpose {
    /**
     * Signing access tokens; their public keys stand in the database too. They are JWTs, and no signature algorithm with SM2 is
     * registered for those (RFC 7518, IANA "JSON Web Signature and Encryption Algorithms"), so they stay what every library can
     * check.
     */
    ACCESS_TOKENS("access-tokens", "token", Algorithm.ED25519, Algorithm.ED25519),
    /** Wrapping the keys by which what is personal is sealed. */
    PERSONAL_DATA("personal-data", "personal", Algorithm.AES_256_GCM, Algorithm.SM4_GCM),
    /** Naming people by a keyed digest. There is one for good: with another, nobody would be known again. */
    PERSON_NAMES("person-names", "person-names", Algorithm.HMAC_SHA_256, Algorithm.HMAC_SM3),
    /** Signing the head of the audit trail. */
    AUDIT_ANCHORS("audit-anchors", "audit-anchor", Algorithm.ED25519, Algorithm.SM2),
    /** Signing what is told to other provinces. */
    EXCHANGE_MESSAGES("exchange-messages", "exchange-message", Algorithm.ECDSA_P256, Algorithm.SM2),
    /** Connections to the nodes of other provinces. Java's TLS has no national cipher suites, so there is one algorithm. */
    EXCHANGE_CONNECTIONS("exchange-connections", "exchange-connection", Algorithm.ECDSA_P256, Algorithm.ECDSA_P256),
    /** Agreeing with another province on a secret. */
    EXCHANGE_SECRETS("exchange-secrets", "exchange-secret", Algorithm.ECDH_P256, Algorithm.ECDH_SM2);

    private final String word;
    private final String file;
    private final Algorithm international;
    private final Algorithm national;

    Purpose(String word, String file, Algorithm international, Algorithm national) {
        this.word = word;
        this.file = file;
        this.international = international;
        this.national = national;
    }

    /** The purpose of that name. */
    public static Optional<Purpose> named(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst();
    }

    /** Its name in commands, lists and key files. */
    public String word() {
        return word;
    }

    /** How the names of its files begin. */
    String file() {
        return file;
    }

    /** What is done with its keys. */
    public Algorithm.Kind kind() {
        return international.kind();
    }

    /** What a new key is made for. */
    Algorithm algorithm(Profile profile) {
        return profile == Profile.GM ? national : international;
    }

    /** Whether its keys may work with an algorithm. */
    public boolean takes(Algorithm algorithm) {
        return algorithm == international || algorithm == national;
    }

    /** Whether there is one key for good. */
    public boolean single() {
        return this == PERSON_NAMES;
    }

    /** Whether its keys have certificates, which partners must know before a new key works. */
    public boolean certified() {
        return this == EXCHANGE_MESSAGES || this == EXCHANGE_CONNECTIONS;
    }
}
