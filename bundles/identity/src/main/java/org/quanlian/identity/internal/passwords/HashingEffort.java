package org.quanlian.identity.internal.passwords;

/**
 * How much effort a guess at a password costs (Argon2id, RFC 9106).
 *
 * @param memoryKib memory in KiB
 * @param passes passes over the memory
 */
public record HashingEffort(int memoryKib, int passes) {
    /** 19 MiB and two passes. Source: OWASP Password Storage Cheat Sheet, the least it recommends for Argon2id. */
    public static final HashingEffort DEFAULT = new HashingEffort(19_456, 2);

    private static final int LEAST_MEMORY = 8;
    private static final int MOST_MEMORY = 1_048_576;
    private static final int MOST_PASSES = 100;

    /** @throws IllegalArgumentException when the function does not take them, or nobody would wait for them */
    public HashingEffort {
        if (memoryKib < LEAST_MEMORY || memoryKib > MOST_MEMORY || passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("a password is hashed with " + LEAST_MEMORY + " to " + MOST_MEMORY
                    + " KiB in 1 to " + MOST_PASSES + " passes, not with " + memoryKib + " KiB in " + passes);
        }
    }

    /** Whether a guess costs less with these than with others, in memory or in passes. */
    boolean isWeakerThan(HashingEffort other) {
        return memoryKib < other.memoryKib || passes < other.passes;
    }
}
