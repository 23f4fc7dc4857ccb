package org.quanlian.vouchers.accounts;

/** Names where requests come from, so that those of one source can be counted together. */
@FunctionalInterface
public interface SourceNames {
    /** The address, or the network, that counts: that of the peer, or of whoever came to a proxy that the operator named. */
    String of(Source source);
}
