package org.quanlian.identity.internal.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.identity.internal.TestClock;
import org.quanlian.identity.internal.TestNode;
import org.quanlian.keys.KeyRotation;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.keys.Purpose;
import org.quanlian.keys.SigningKey;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.LoginSession;
import org.quanlian.vouchers.accounts.TokenKeys.TokenKey;

@EachDatabase
class AccessTokensTest {
    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private final TestDatabase database;
    private TestNode node;
    private LoginSession session;
    private String token;

    AccessTokensTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void giveAToken() {
        node = new TestNode(database, clock, data);
        session = new LoginSession(
                node.ids.next(),
                node.ids.<Account>next(),
                LoginSession.Method.PASSWORD,
                clock.instant(),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(1000)),
                Optional.empty());
        token = node.tokens.issue(session).text();
    }

    @Test
    void shouldTellAccountAndSession_whenTheTokenIsOurs() {
        AccessTokens.Claims claims = verify(token);

        assertThat(claims).isEqualTo(new AccessTokens.Claims(session.account(), session.id()));
    }

    @Test
    void shouldKnowTheTokensOfAnotherNode_whenBothStandOnOneStore(@TempDir Path otherData) {
        TestNode other = new TestNode(database, clock, otherData);

        assertThat(other.store.<AccessTokens.Claims>read(s -> other.tokens.verify(s, token)))
                .isEqualTo(verify(token));
    }

    @Test
    void shouldGoOnWithItsKey_whenTheNodeStartsAgain() {
        TestNode again = new TestNode(database, clock, data);

        assertThat(header(again.tokens.issue(session).text())).isEqualTo(header(token));
    }

    @Test
    void shouldLeaveTheKeysOfOthersAlone_whenItLooksForItsOwn() throws IOException {
        Path names = Files.writeString(data.resolve("keys/person-names.key"), "a key of another kind\n");
        TestNode again = new TestNode(database, clock, data);

        assertThat(header(again.tokens.issue(session).text())).isEqualTo(header(token));
        assertThat(names).hasContent("a key of another kind");
    }

    @Test
    void shouldRefuse_whenTheTokenHasExpired() {
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        verify(token);
        clock.advance(Duration.ofMillis(1));

        assertRefused(token, "token.expired");
    }

    @Test
    void shouldNotOutliveItsSession_whenThatEndsFirst() {
        LoginSession ending = new LoginSession(
                session.id(),
                session.account(),
                session.method(),
                session.createdAt(),
                session.usedAt(),
                clock.instant().plusSeconds(60),
                Optional.empty());

        assertThat(node.tokens.issue(ending).expiresAt()).isEqualTo(ending.expiresAt());
    }

    @Test
    void shouldRefuse_whenTheTokenComesFromTheFuture() {
        TestClock ahead = new TestClock();
        ahead.advance(Duration.ofSeconds(6));
        String future =
                new TestNode(database, ahead, data).tokens.issue(session).text();

        assertRefused(future, "token.invalid");
    }

    @Test
    void shouldRefuse_whenTheAlgorithmIsNone() {
        String none = part("{\"alg\":\"none\",\"kid\":\"" + keyId() + "\",\"typ\":\"at+jwt\"}") + "." + payload(token);

        assertThat(Stream.of(none + ".", none, none + "." + signature(token)))
                .allSatisfy(forged -> assertRefused(forged, "token.invalid"));
    }

    @Test
    void shouldRefuse_whenTheSignatureIsAHashKeyedWithThePublicKey() throws GeneralSecurityException {
        TokenKey key =
                node.store.read(s -> s.accounts().tokenKeys().find(keyId())).orElseThrow();
        for (String secret :
                List.of(key.publicKey(), new String(Base64.getDecoder().decode(key.publicKey()), UTF_8))) {
            String signed =
                    part("{\"alg\":\"HS256\",\"kid\":\"" + keyId() + "\",\"typ\":\"at+jwt\"}") + "." + payload(token);
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA512"));
            String forged = signed + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(US_ASCII)));

            assertRefused(forged, "token.invalid");
        }
    }

    @Test
    void shouldRefuse_whenAnotherKeySignedUnderOurKeysName() {
        String signed = header(token) + "." + payload(token);
        byte[] signature = stranger().sign(signed.getBytes(US_ASCII)).signature();

        assertRefused(
                signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature), "token.invalid");
    }

    @Test
    void shouldRefuse_whenTheKeyIsNotInTheStore() {
        assertRefused(signedBy(stranger(), claims("")), "token.invalid");
    }

    @Test
    void shouldRefuse_whenTheKeyWasTakenOutOfTheStore() {
        TestNode other = new TestNode(database, clock, data.resolve("other"));
        String gone = other.tokens.issue(session).text();
        verify(gone);
        node.store.write(s -> s.accounts()
                .tokenKeys()
                .forgetBefore(clock.instant().plus(TestNode.KEY_LIFETIME).plusSeconds(1)));

        assertRefused(gone, "token.invalid");
    }

    @Test
    void shouldRefuse_whenAnythingWasChanged() {
        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            // The last character of a part has bits that mean nothing.
            if (i + 1 < token.length() && token.charAt(i) != '.' && token.charAt(i + 1) != '.') {
                assertRefused(token.substring(0, i) + other + token.substring(i + 1), "token.invalid");
            }
        }
    }

    @Test
    void shouldRefuse_whenTheTokenWasCut() {
        for (int length = 0; length < token.length(); length += 11) {
            assertRefused(token.substring(0, length), "token.invalid");
        }
        assertRefused(token + "A", "token.invalid");
        assertRefused("A".repeat(100_000), "token.invalid");
    }

    @Test
    void shouldRefuse_whenIssuerAudienceOrLifetimeIsNotOurs() {
        SigningKey ours = node.keyring.current();
        assertThat(signedBy(ours, claims(""))).satisfies(this::verify);

        assertThat(Stream.of(
                        "\"iss\":\"https://other.example\"",
                        "\"aud\":\"other\"",
                        "\"aud\":[\"quanlian\"]",
                        "\"exp\":" + clock.instant().plus(Duration.ofDays(1)).getEpochSecond(),
                        "\"exp\":9223372036854775807",
                        "\"iat\":-1",
                        "\"iat\":\"now\"",
                        "\"exp\":null",
                        "\"sub\":\"nobody\"",
                        "\"sid\":\"\""))
                .allSatisfy(change -> assertRefused(signedBy(ours, claims(change)), "token.invalid"));
    }

    @Test
    void shouldRefuse_whenTheHeaderSaysMoreThanOurs() {
        SigningKey ours = node.keyring.current();
        for (String more : List.of(",\"crit\":[\"exp\"]", ",\"jku\":\"https://keys.example\"", ",\"alg\":\"EdDSA\"")) {
            String signed = part("{\"alg\":\"EdDSA\",\"kid\":\"" + ours.id() + "\",\"typ\":\"at+jwt\"" + more + "}")
                    + "." + payload(token);

            assertRefused(signed + "." + signature(ours, signed), "token.invalid");
        }
    }

    @Test
    void shouldSignWithANewKey_whenTheOldOneHasServedItsTime() {
        clock.advance(TestNode.KEY_LIFETIME);

        String next = node.tokens.issue(session).text();

        assertThat(header(next)).isNotEqualTo(header(token));
        verify(next);
    }

    @Test
    void shouldSignWithANewKeyAtOnce_whenKeysAreRotated_andKnowTheOldTokens() {
        String old = keyId();

        KeyRotation.Rotated rotated = node.keyring.rotate();

        String next = node.tokens.issue(session).text();
        assertThat(rotated.before().orElseThrow().id()).isEqualTo(old);
        assertThat(rotated.now().id()).isEqualTo(keyId()).isNotEqualTo(old);
        assertThat(header(next)).isNotEqualTo(header(token));
        assertThat(verify(next)).isEqualTo(verify(token));
        assertThat(header(new TestNode(database, clock, data)
                        .tokens
                        .issue(session)
                        .text()))
                .isEqualTo(header(next));
    }

    @Test
    void shouldGoOnWithTheKeyOfAnOlderNode_whenItsFileHasTwoLinesOnly() throws IOException {
        Path file = keyFile();
        List<String> members = Files.readAllLines(file);
        Path older = file.resolveSibling("token-" + keyId() + ".key");
        Files.move(file, older);
        Files.writeString(
                older, members.get(3).substring(8) + "\n" + members.get(4).substring(8) + "\n");

        assertThat(header(new TestNode(database, clock, data)
                        .tokens
                        .issue(session)
                        .text()))
                .isEqualTo(header(token));
    }

    private Path keyFile() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("keys"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** A key that the store never heard of. */
    private SigningKey stranger() {
        return new NodeKeys(data.resolve("elsewhere"), () -> Profile.INTL, clock, new SecureRandom())
                .signing(Purpose.ACCESS_TOKENS)
                .current();
    }

    private AccessTokens.Claims verify(String text) {
        return node.store.read(s -> node.tokens.verify(s, text));
    }

    private void assertRefused(String text, String code) {
        assertThatThrownBy(() -> verify(text)).as(text).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(RefusedException.Kind.UNAUTHENTICATED);
            assertThat(refused.code()).isEqualTo(code);
        });
    }

    private String keyId() {
        return node.keyring.current().id();
    }

    /** The claims of a token of ours, one of them in another form. */
    private String claims(String change) {
        String name = change.isEmpty() ? "" : change.substring(0, change.indexOf(':'));
        List<String> members = List.of(
                "\"iss\":\"https://node.example\"",
                "\"aud\":\"quanlian\"",
                "\"sub\":\"" + session.account() + "\"",
                "\"sid\":\"" + session.id() + "\"",
                "\"iat\":" + clock.instant().getEpochSecond(),
                "\"exp\":" + clock.instant().plusSeconds(60).getEpochSecond());
        return "{"
                + String.join(
                        ",",
                        members.stream()
                                .map(member -> !name.isEmpty() && member.startsWith(name) ? change : member)
                                .toList())
                + "}";
    }

    private static String signedBy(SigningKey key, String claims) {
        String signed =
                part("{\"alg\":\"EdDSA\",\"kid\":\"" + key.id() + "\",\"typ\":\"at+jwt\"}") + "." + part(claims);
        return signed + "." + signature(key, signed);
    }

    private static String signature(SigningKey key, String signed) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.sign(signed.getBytes(US_ASCII)).signature());
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static String payload(String token) {
        return token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
