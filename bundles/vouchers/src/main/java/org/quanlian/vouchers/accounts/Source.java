package org.quanlian.vouchers.accounts;

import java.util.Objects;

/**
 * Where a request comes from, as far as the node can tell.
 *
 * @param peer address of whoever holds the connection
 * @param forwardedFor what the peer says of those behind it, the header {@code X-Forwarded-For}; empty when it says
 *     nothing. It counts only when the peer is a proxy that the operator named.
 */
public record Source(String peer, String forwardedFor) {
    public Source {
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(forwardedFor, "forwardedFor");
    }
}
