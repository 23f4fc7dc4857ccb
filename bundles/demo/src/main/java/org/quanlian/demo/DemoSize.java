package org.quanlian.demo;

/**
 * How large a demo is.
 *
 * @param claims how many claims are made, between {@link #LEAST} and {@link #MOST}
 */
public record DemoSize(int claims) {
    /** As many as it takes for a claim in every state. */
    public static final int LEAST = 50;

    /** As many as one run of approvals may have. */
    public static final int MOST = 1000;

    private static final int LEAST_PROVIDERS = 12;

    /** @throws DemoRefusedException {@code size} */
    public DemoSize {
        if (claims < LEAST || claims > MOST) {
            throw DemoRefusedException.of("size", claims, LEAST, MOST);
        }
    }

    /** How many enterprises: five claims come from two. */
    public int enterprises() {
        return claims * 2 / 5;
    }

    /** How many providers. */
    public int providers() {
        return Math.max(LEAST_PROVIDERS, claims * 6 / 100);
    }
}
