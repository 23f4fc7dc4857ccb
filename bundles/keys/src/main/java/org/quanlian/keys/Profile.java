package org.quanlian.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.DigestAlgorithm;

/** Which algorithms new keys are made for. Keys that are there stay what they are, so it can be changed at any time. */
public enum Profile {
    /** International algorithms. */
    INTL(DigestAlgorithm.SHA_256),
    /** National algorithms (国密). */
    GM(DigestAlgorithm.SM3);

    private final DigestAlgorithm digest;

    Profile(DigestAlgorithm digest) {
        this.digest = digest;
    }

    /**
     * The profile of that name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Profile named(String word) {
        return Arrays.stream(values())
                .filter(profile -> profile.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("profile in org.quanlian.keys.cfg is one of "
                        + Arrays.stream(values()).map(Profile::word).collect(Collectors.joining(", ")) + ", not \""
                        + word + '"'));
    }

    /** Its name in the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The algorithm of a new key. */
    public Algorithm algorithm(Purpose purpose) {
        return purpose.algorithm(this);
    }

    /** How new things are digested. */
    public DigestAlgorithm digest() {
        return digest;
    }
}
