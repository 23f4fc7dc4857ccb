package org.quanlian.identity.internal.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanlian.identity.internal.TestNode;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.accounts.PasswordHash;

class Argon2PasswordsTest {
    private static final String PASSWORD = "四个 plain words 在此处";

    private final Argon2Passwords passwords = new Argon2Passwords(TestNode.LITTLE, 2, new SecureRandom());

    @Test
    void shouldMatchItsPasswordAndNoOther() {
        PasswordHash hash = passwords.hash("zhang.san", PASSWORD, "/password");

        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + "!", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches("x".repeat(1_000_000), hash)).isFalse();
    }

    @Test
    void shouldMatch_whenTheSameCharactersComeComposedInAnotherWay() {
        PasswordHash hash = passwords.rehash("caf\u00e9 au lait, s'il vous pla\u00eet");

        assertThat(passwords.matches("cafe\u0301 au lait, s'il vous plai\u0302t", hash))
                .isTrue();
    }

    @Test
    void shouldTellNothing_whenAHashIsPrinted() {
        PasswordHash hash = passwords.rehash(PASSWORD);

        assertThat(hash.toString()).doesNotContain("argon2");
        assertThat(hash.encoded()).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain(PASSWORD);
        assertThat(passwords.rehash(PASSWORD)).isNotEqualTo(hash);
    }

    @Test
    void shouldBeOutdated_whenTheEffortHasGrown() {
        PasswordHash hash = passwords.rehash(PASSWORD);
        Argon2Passwords stronger = new Argon2Passwords(new HashingEffort(128, 1), 1, new SecureRandom());

        assertThat(stronger.outdated(hash)).isTrue();
        assertThat(stronger.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.outdated(stronger.rehash(PASSWORD))).isFalse();
        assertThat(passwords.outdated(hash)).isFalse();
    }

    @Test
    void shouldHashAsTheStandardSays() {
        // RFC 9106, section 5.3, without secret and associated data: computed by its reference implementation,
        // argon2 with -id -t 2 -k 64 -p 1 -l 32 and the salt "somesalt".
        byte[] out = new byte[32];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(65_536)
                .withIterations(2)
                .withParallelism(1)
                .withSalt("somesalt".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .build());
        generator.generateBytes("password".getBytes(java.nio.charset.StandardCharsets.US_ASCII), out);
        Argon2Hash ours = Argon2Hash.of(
                "password",
                "somesalt".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                new HashingEffort(65_536, 2));

        assertThat(HexFormat.of().formatHex(ours.hash()))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        assertThat(ours.hash()).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource({
        "zhang.san, short pass, password.length",
        "zhang.san, 'my ZHANG.San secret', password.login",
        "zhang.san, 123456789012, password.common",
        "zhang.san, Qwertyuiop123, password.common",
        "zhang.san, aaaaaaaaaaaaaaaa, password.common",
        "zhang.san, abababababababab, password.common",
        "zhang.san, correct horse battery staple, password.common"
    })
    void shouldRefuseWithTheReason_whenAPasswordIsWeak(String login, String password, String code) {
        assertThatThrownBy(() -> passwords.hash(login, password, "/password"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo("/password");
                });
    }

    @Test
    void shouldRefuse_whenAPasswordIsTooLongOrHasControlCharacters() {
        assertThatThrownBy(() -> passwords.hash("x", "abcdefgh".repeat(17), "/p"))
                .hasMessageContaining("128");
        assertThatThrownBy(() -> passwords.hash("x", "four plain\u0000words here", "/p"))
                .hasMessageContaining("control");
    }
}
