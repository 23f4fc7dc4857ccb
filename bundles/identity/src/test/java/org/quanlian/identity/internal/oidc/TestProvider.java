package org.quanlian.identity.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A provider of identities on the loopback interface, which keeps to the protocol unless it is told to forge. */
final class TestProvider implements AutoCloseable {
    static final String CLIENT = "quanlian node";
    static final String SECRET = "a secret: with signs & more";

    /** What may be wrong with a token. */
    enum Forgery {
        UNSIGNED,
        SHARED_SECRET,
        UNKNOWN_KEY,
        OTHER_ALGORITHM,
        OTHER_ISSUER,
        OTHER_AUDIENCE,
        SEVERAL_AUDIENCES,
        EXPIRED,
        WITHOUT_EXPIRY,
        FROM_THE_FUTURE,
        OTHER_NONCE,
        WITHOUT_NONCE,
        WITHOUT_SUBJECT,
        NO_TOKEN
    }

    String subject = "";
    Map<String, Object> claims = Map.of();
    Optional<Forgery> forgery = Optional.empty();

    private final Clock clock;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private JWK key;

    TestProvider(Clock clock) {
        this.clock = clock;
        key = rsa("first");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void changeKey() {
        key = rsa("second");
    }

    void signWithEllipticCurve() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("elliptic").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the browser brings back when its user has logged in. */
    Map<String, String> authorize(URI address) {
        Map<String, String> query = query(address);
        String code = "code-" + query.get("state");
        codes.put(code, query);
        return Map.of("state", query.get("state"), "code", code);
    }

    static Map<String, String> query(URI address) {
        return form(address.getRawQuery());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "jwks_uri":"%1$s/keys"}"""
                .formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(String.valueOf(form.get("code")));
        String credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                "quanlian+node:a+secret%3A+with+signs+%26+more".getBytes(StandardCharsets.UTF_8));
        boolean good = asked != null
                && credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && "authorization_code".equals(form.get("grant_type"))
                && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
        if (!good) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String body = forgery.equals(Optional.of(Forgery.NO_TOKEN))
                ? "{}"
                : "{\"id_token\":\"" + idToken(asked.get("nonce")) + "\"}";
        answer(exchange, 200, body);
    }

    private String idToken(String nonce) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("nonce", nonce);
        claims.forEach(builder::claim);
        forgery.ifPresent(forged -> {
            switch (forged) {
                case OTHER_ISSUER -> builder.issuer("https://other.example");
                case OTHER_AUDIENCE -> builder.audience("another client");
                case SEVERAL_AUDIENCES -> builder.audience(List.of(CLIENT, "another client"));
                case EXPIRED -> builder.expirationTime(Date.from(now.minusSeconds(60)));
                case WITHOUT_EXPIRY -> builder.expirationTime(null);
                case FROM_THE_FUTURE -> builder.issueTime(Date.from(now.plusSeconds(62)));
                case OTHER_NONCE -> builder.claim("nonce", "another");
                case WITHOUT_NONCE -> builder.claim("nonce", null);
                case WITHOUT_SUBJECT -> builder.subject(null);
                default -> {
                    // It is the signature that is wrong.
                }
            }
        });
        try {
            return sign(builder.build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sign(JWTClaimsSet set) throws JOSEException {
        Forgery how = forgery.orElse(Forgery.NO_TOKEN);
        return switch (how) {
            case UNSIGNED -> new PlainJWT(set).serialize();
            case SHARED_SECRET -> signed(
                    JWSAlgorithm.HS256,
                    key.getKeyID(),
                    new MACSigner(key.toRSAKey().toRSAPublicKey().getEncoded()),
                    set);
            case UNKNOWN_KEY -> signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(rsa("unknown")), set);
            case OTHER_ALGORITHM -> signed(JWSAlgorithm.RS512, key.getKeyID(), new RSASSASigner(key.toRSAKey()), set);
            default -> key instanceof ECKey curve
                    ? signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(curve), set)
                    : signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key.toRSAKey()), set);
        };
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet set)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), set);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
