package org.quanlian.vouchers.audit;

import java.util.Optional;

/** Signs anchors and looks at their signatures; the keys are elsewhere. */
public interface Signatures extends SignatureCheck {
    /** Name of the key that signs now; empty while there is none. */
    Optional<String> signingKey();

    /** A signature over bytes with the key of that name, in base 64. */
    String sign(String key, byte[] bytes);
}
