package org.quanlian.itests;

import java.io.IOException;

/** A request that got no answer: nobody knows whether the node did it. */
public final class UnansweredException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * @param request method and address
     * @param cause how the connection ended
     */
    public UnansweredException(String request, IOException cause) {
        super("no answer to " + request + ": " + cause, cause);
    }
}
