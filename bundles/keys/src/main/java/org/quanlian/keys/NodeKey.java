package org.quanlian.keys;

import java.time.Instant;
import org.quanlian.keys.crypto.Algorithm;

/** A key of this node. Two that say they are the same have the same material. */
public sealed interface NodeKey permits SigningKey, CertifiedKey, SealingKey, NamingKey, AgreementKey {
    /** Its name, made of itself, so that another key is never taken for it. */
    String id();

    /** What it works with. */
    Algorithm algorithm();

    /** When it was made. */
    Instant created();
}
