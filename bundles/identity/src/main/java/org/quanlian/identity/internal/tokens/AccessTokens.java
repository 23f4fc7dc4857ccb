package org.quanlian.identity.internal.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quanlian.keys.SigningKey;
import org.quanlian.keys.VerificationKey;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.model.InvalidValueException;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.LoginSession;
import org.quanlian.vouchers.accounts.TokenKeys.TokenKey;

/**
 * Access tokens: JWTs (RFC 7519, RFC 9068) signed with Ed25519 (RFC 8037). There is one algorithm, one form of header and one
 * form of claims; everything else is no token of ours.
 */
public final class AccessTokens {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(AccessTokens.class);

    private static final int MAX_LENGTH = 1000;
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final Duration LEEWAY = Duration.ofSeconds(5);
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]{86})");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Settings settings;
    private final Keyring keyring;
    private final Clock clock;

    /**
     * What the tokens of one store have in common.
     *
     * @param issuer who gives them
     * @param audience who takes them
     * @param lifetime how long they are good
     */
    public record Settings(String issuer, String audience, Duration lifetime) {
        /** @throws IllegalArgumentException when they would outlive what is bearable after somebody's rights changed */
        public Settings {
            if (issuer.isBlank() || audience.isBlank()) {
                throw new IllegalArgumentException("issuer and audience of access tokens must not be blank");
            }
            if (lifetime.compareTo(Duration.ofMinutes(1)) < 0 || lifetime.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException("access tokens live from one minute to one hour");
            }
        }
    }

    public AccessTokens(Settings settings, Keyring keyring, Clock clock) {
        this.settings = settings;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * A token as it is given.
     *
     * @param text what the client sends
     * @param expiresAt until when it is good
     */
    public record Issued(String text, Instant expiresAt) {
        /** Says nothing: tokens must not get into logs. */
        @Override
        public String toString() {
            return "Issued[hidden]";
        }
    }

    /**
     * What a valid token says.
     *
     * @param account whose it is
     * @param session the session of which it came
     */
    public record Claims(Id<Account> account, Id<LoginSession> session) {}

    /** Gives a token. Must not be asked within a transaction. */
    public Issued issue(LoginSession session) {
        SigningKey key = keyring.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant wanted = now.plus(settings.lifetime());
        Instant expiresAt = wanted.isBefore(session.expiresAt())
                ? wanted
                : session.expiresAt().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode header =
                JSON.createObjectNode().put("alg", "EdDSA").put("kid", key.id()).put("typ", "at+jwt");
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", settings.issuer())
                .put("aud", settings.audience())
                .put("sub", session.account().value())
                .put("sid", session.id().value())
                .put("iat", now.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
        String signed = encode(header) + "." + encode(claims);
        byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII)).signature();
        return new Issued(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature), expiresAt);
    }

    /**
     * What a token says.
     *
     * @throws RefusedException {@code UNAUTHENTICATED token.invalid} or {@code token.expired}
     */
    public Claims verify(Session session, String token) {
        var parts = FORM.matcher(token.length() > MAX_LENGTH ? "" : token);
        if (!parts.matches()) {
            throw invalid();
        }
        TokenKey key = key(session, decode(parts.group(1)));
        byte[] signed = token.substring(0, parts.end(2)).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = bytes(parts.group(3));
        if (!VerificationKey.parse(Algorithm.ED25519, key.publicKey()).verify(signed, signature)) {
            throw invalid();
        }
        return claims(decode(parts.group(2)), key);
    }

    private static TokenKey key(Session session, JsonNode header) {
        String id = header.path("kid").asText();
        // Only what we wrote ourselves: not a member more, so that no "crit", "jwk" or "jku" needs to be thought of.
        boolean ours = header.size() == 3
                && header.path("alg").asText().equals("EdDSA")
                && header.path("typ").asText().equals("at+jwt")
                && KEY_ID.matcher(id).matches();
        if (!ours) {
            throw invalid();
        }
        return session.accounts().tokenKeys().find(id).orElseThrow(AccessTokens::invalid);
    }

    private Claims claims(JsonNode claims, TokenKey key) {
        Instant now = clock.instant();
        Optional<Instant> issuedAt = time(claims.path("iat"));
        Optional<Instant> expiresAt = time(claims.path("exp"));
        boolean ours = claims.path("iss").asText().equals(settings.issuer())
                && claims.path("aud").asText().equals(settings.audience())
                && issuedAt.isPresent()
                && expiresAt.isPresent()
                && !issuedAt.get().isAfter(now.plus(LEEWAY))
                && !issuedAt.get().isAfter(key.signsUntil())
                && !expiresAt.get().isAfter(issuedAt.get().plus(settings.lifetime()));
        if (!ours) {
            throw invalid();
        }
        if (!now.isBefore(expiresAt.get())) {
            throw TEXTS.refused(Kind.UNAUTHENTICATED, "token.expired");
        }
        try {
            return new Claims(
                    new Id<>(claims.path("sub").asText()),
                    new Id<>(claims.path("sid").asText()));
        } catch (InvalidValueException e) {
            throw invalid();
        }
    }

    static RefusedException ended() {
        return TEXTS.refused(Kind.UNAUTHENTICATED, "token.ended");
    }

    private static RefusedException invalid() {
        return TEXTS.refused(Kind.UNAUTHENTICATED, "token.invalid");
    }

    private static Optional<Instant> time(JsonNode seconds) {
        return seconds.isIntegralNumber() && seconds.asLong() > 0 && seconds.asLong() <= LAST_SECOND
                ? Optional.of(Instant.ofEpochSecond(seconds.asLong()))
                : Optional.empty();
    }

    private static String encode(ObjectNode json) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private static JsonNode decode(String part) {
        try {
            JsonNode node = JSON.readTree(bytes(part));
            if (!node.isObject()) {
                throw invalid();
            }
            return node;
        } catch (IOException e) {
            throw invalid();
        }
    }

    private static byte[] bytes(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }
}
