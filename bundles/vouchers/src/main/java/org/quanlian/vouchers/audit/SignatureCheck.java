package org.quanlian.vouchers.audit;

/** Tells whether a signature is one of the node's. */
public interface SignatureCheck {
    /** What is said of a signature. */
    enum Verdict {
        /** The key of that name made it over these bytes. */
        GOOD,
        /** It did not. */
        BAD,
        /** No key of that name is known. */
        UNKNOWN_KEY
    }

    /** Looks at a signature, in base 64, by the key of that name. */
    Verdict check(String key, byte[] bytes, String signature);
}
