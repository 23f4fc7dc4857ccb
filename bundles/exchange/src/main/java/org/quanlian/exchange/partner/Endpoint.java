package org.quanlian.exchange.partner;

import java.net.URI;
import org.quanlian.model.InvalidValueException;

/**
 * Where a partner takes messages (接收地址).
 *
 * @param address an absolute {@code https} address without user, query or fragment; at most {@value #MAX_LENGTH}
 *     characters
 */
public record Endpoint(URI address) {
    /** How long an address may be. */
    public static final int MAX_LENGTH = 300;

    /** @throws InvalidValueException {@code endpoint.format} */
    public Endpoint {
        boolean plain = "https".equals(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null
                && address.toString().length() <= MAX_LENGTH;
        if (!plain) {
            throw new InvalidValueException("endpoint.format", "an endpoint is such as https://node.example/exchange");
        }
    }

    /**
     * Reads an address.
     *
     * @throws InvalidValueException {@code endpoint.format}
     */
    public static Endpoint parse(String text) {
        try {
            return new Endpoint(URI.create(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("endpoint.format", "an endpoint is such as https://node.example/exchange");
        }
    }
}
