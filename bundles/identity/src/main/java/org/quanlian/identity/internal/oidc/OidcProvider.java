package org.quanlian.identity.internal.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The provider as this node talks to it: where it is, its keys, and its tokens (OpenID Connect Core 1.0, authorization code
 * flow). What it says of itself is fetched when it is needed, and again after a while, for keys change.
 */
final class OidcProvider {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
    private static final Duration LEEWAY = Duration.ofSeconds(60);
    private static final int MAX_BYTES = 256 * 1024;
    private static final int OK = 200;

    /** What a token may be signed with: no {@code none}, and nothing keyed with a shared secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);

    private final OidcSettings settings;
    private final HttpClient http;
    private final Clock clock;
    private Optional<Known> known = Optional.empty();

    OidcProvider(OidcSettings settings, HttpClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    private record Known(URI authorization, URI token, JWKSet keys, Instant at) {}

    /** Where the browser goes to log in. */
    URI loginAddress(String state, String nonce, String challenge) throws OidcFailure {
        URI authorization = known(false).authorization();
        String query = form(Map.of(
                "response_type",
                "code",
                "client_id",
                settings.clientId(),
                "redirect_uri",
                settings.redirect().toString(),
                "scope",
                settings.scopes(),
                "state",
                state,
                "nonce",
                nonce,
                "code_challenge",
                challenge,
                "code_challenge_method",
                "S256"));
        return URI.create(authorization + (authorization.getRawQuery() == null ? "?" : "&") + query);
    }

    /** Who logged in, as the provider's token for a code tells. */
    JWTClaimsSet redeem(String code, String nonce, String verifier) throws OidcFailure {
        HttpRequest.Builder request = HttpRequest.newBuilder(known(false).token())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (!settings.clientSecret().isEmpty()) {
            String credentials = encode(settings.clientId()) + ":" + encode(settings.clientSecret());
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        JsonNode answer = send(request.POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        settings.redirect().toString(),
                        "client_id",
                        settings.clientId(),
                        "code_verifier",
                        verifier))))
                .build());
        return verify(answer.path("id_token").asText(), nonce);
    }

    private JWTClaimsSet verify(String token, String nonce) throws OidcFailure {
        JWTClaimsSet claims = signed(token);
        Instant now = clock.instant();
        boolean ours = settings.issuer().toString().equals(claims.getIssuer())
                && claims.getAudience().contains(settings.clientId())
                // A token for several must say that it was given to us.
                && (claims.getAudience().size() == 1 || settings.clientId().equals(claims.getClaim("azp")))
                && claims.getSubject() != null
                && !claims.getSubject().isEmpty()
                && claims.getSubject().length() <= 255;
        if (!ours) {
            throw new OidcFailure("the provider's token is of another issuer, for another client, or of nobody");
        }
        if (claims.getExpirationTime() == null
                || !claims.getExpirationTime().toInstant().plus(LEEWAY).isAfter(now)
                || claims.getIssueTime() == null
                || claims.getIssueTime().toInstant().isAfter(now.plus(LEEWAY))) {
            throw new OidcFailure("the provider's token has expired, or is of the future: compare the clocks");
        }
        if (!nonce.equals(claims.getClaim("nonce"))) {
            throw new OidcFailure("the provider's token was given for another login");
        }
        return claims;
    }

    private JWTClaimsSet signed(String token) throws OidcFailure {
        try {
            return process(token, known(false).keys());
        } catch (BadJOSEException e) {
            // The provider may have changed its keys since.
            try {
                return process(token, known(true).keys());
            } catch (BadJOSEException again) {
                throw new OidcFailure("the provider's token is not signed as it must be", again);
            }
        }
    }

    private static JWTClaimsSet process(String token, JWKSet keys) throws BadJOSEException, OidcFailure {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        // The claims are checked by us, by our clock.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        try {
            return processor.process(token, null);
        } catch (ParseException | JOSEException e) {
            throw new OidcFailure("the provider's token can't be read", e);
        }
    }

    private synchronized Known known(boolean anew) throws OidcFailure {
        Instant now = clock.instant();
        if (!anew && known.filter(of -> now.isBefore(of.at().plus(KNOWN_FOR))).isPresent()) {
            return known.get();
        }
        JsonNode document = get(
                URI.create(settings.issuer().toString().replaceAll("/$", "") + "/.well-known/openid-configuration"));
        if (!document.path("issuer").asText().equals(settings.issuer().toString())) {
            throw new OidcFailure("the provider says that it is " + document.path("issuer") + ", not oidc.issuer");
        }
        try {
            Known fresh = new Known(
                    endpoint(document, "authorization_endpoint"),
                    endpoint(document, "token_endpoint"),
                    JWKSet.parse(get(endpoint(document, "jwks_uri")).toString()),
                    now);
            known = Optional.of(fresh);
            return fresh;
        } catch (ParseException e) {
            throw new OidcFailure("the provider's keys can't be read", e);
        }
    }

    private static URI endpoint(JsonNode document, String name) throws OidcFailure {
        try {
            URI uri = URI.create(document.path(name).asText());
            OidcSettings.requireSecure(name, uri);
            return uri;
        } catch (IllegalArgumentException e) {
            throw new OidcFailure("the provider names no " + name + " that can be used", e);
        }
    }

    private JsonNode get(URI uri) throws OidcFailure {
        return send(HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build());
    }

    private JsonNode send(HttpRequest request) throws OidcFailure {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                body.writeBytes(in.readNBytes(MAX_BYTES + 1));
                if (response.statusCode() != OK || body.size() > MAX_BYTES) {
                    throw new OidcFailure(
                            request.uri() + " answered " + response.statusCode() + " with " + body.size() + " bytes");
                }
                JsonNode json = JSON.readTree(body.toByteArray());
                if (!json.isObject()) {
                    throw new OidcFailure(request.uri() + " answered no object");
                }
                return json;
            }
        } catch (IOException e) {
            throw new OidcFailure(request.uri() + " can't be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OidcFailure(request.uri() + " was not waited for", e);
        }
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
