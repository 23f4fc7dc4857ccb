package org.quanlian.exchange.signature;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Where algorithms come from. The provider is not registered with the JVM: what others find there is not ours to change. */
final class Algorithms {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private Algorithms() {}
}
