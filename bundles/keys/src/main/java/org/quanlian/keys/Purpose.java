package org.quanlian.keys;

import java.util.Arrays;
import java.util.Optional;
import org.quanlian.keys.crypto.Algorithm;

/** What keys are for. A key serves one purpose, and each purpose has a ring of its own. */
public enum Purpose {
    /** Signing access tokens; their public keys stand in the database too. */
    ACCESS_TOKENS("access-tokens", "token", Algorithm.Kind.SIGNATURE),
    /** Wrapping the keys by which what is personal is sealed. */
    PERSONAL_DATA("personal-data", "personal", Algorithm.Kind.SEAL),
    /** Naming people by a keyed digest. There is one for good: with another, nobody would be known again. */
    PERSON_NAMES("person-names", "person-names", Algorithm.Kind.MAC),
    /** Signing the head of the audit trail. */
    AUDIT_ANCHORS("audit-anchors", "audit-anchor", Algorithm.Kind.SIGNATURE);

    private final String word;
    private final String file;
    private final Algorithm.Kind kind;

    Purpose(String word, String file, Algorithm.Kind kind) {
        this.word = word;
        this.file = file;
        this.kind = kind;
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
        return kind;
    }

    /** Whether its keys may work with an algorithm. Tokens have one, which whoever checks them knows. */
    public boolean takes(Algorithm algorithm) {
        return algorithm.kind() == kind && (this != ACCESS_TOKENS || algorithm == Algorithm.ED25519);
    }

    /** Whether there is one key for good. */
    public boolean single() {
        return this == PERSON_NAMES;
    }
}
