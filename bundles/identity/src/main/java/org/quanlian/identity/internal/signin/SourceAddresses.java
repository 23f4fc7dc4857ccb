package org.quanlian.identity.internal.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quanlian.vouchers.accounts.Source;
import org.quanlian.vouchers.accounts.SourceNames;

/**
 * Tells where a request comes from, for counting tries. What a peer says of those behind it counts only from proxies that the
 * operator named; anybody else could say what they like. Of an IPv6 address the network counts (its first 64 bits), for a
 * single house has more addresses than could be counted.
 */
public final class SourceAddresses implements SourceNames {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private final Set<String> proxies;

    /**
     * @param proxies addresses of proxies that are believed
     * @throws IllegalArgumentException when one is no address
     */
    public SourceAddresses(List<String> proxies) {
        this.proxies = proxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .map(proxy -> parse(proxy).getHostAddress())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String of(Source source) {
        return counted(nearest(source));
    }

    /** The address as a whole, for those who look into what happened. */
    public String whole(Source source) {
        return nearest(source).getHostAddress();
    }

    private InetAddress nearest(Source source) {
        InetAddress at = parse(source.peer());
        List<String> chain = Arrays.stream(source.forwardedFor().split(",", -1))
                .map(String::strip)
                .toList();
        // From the nearest to the farthest: each proxy that is believed tells who came to it.
        for (int i = chain.size() - 1; i >= 0 && proxies.contains(at.getHostAddress()); i--) {
            if (!LITERAL.matcher(chain.get(i)).matches()) {
                break;
            }
            at = parse(chain.get(i));
        }
        return at;
    }

    private static String counted(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV6_BYTES) {
            Arrays.fill(bytes, NETWORK_BYTES, IPV6_BYTES, (byte) 0);
            try {
                return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
            } catch (UnknownHostException e) {
                throw new IllegalStateException("sixteen bytes are an address", e);
            }
        }
        return address.getHostAddress();
    }

    private static InetAddress parse(String literal) {
        String address = literal.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException("no IP address: " + literal);
        }
        try {
            // A literal is never looked up.
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IP address: " + literal, e);
        }
    }
}
