package org.quanlian.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanlian.mail.internal.MailSettings.Security;

class MailSettingsTest {
    private static final Path HOME = Path.of(".");

    @Test
    void shouldBeOff_whenNoHostIsNamed() {
        assertThat(MailSettings.read(Map.of("host", " ", "from", "", "service.pid", "x"), HOME))
                .isEmpty();
    }

    @Test
    void shouldEncrypt_whenNobodySaysOtherwise() {
        MailSettings settings = MailSettings.read(
                        Map.of("host", "smtp.kjt.example", "from", "voucher@kjt.example"), HOME)
                .orElseThrow();

        assertThat(settings.security()).isEqualTo(Security.STARTTLS);
        assertThat(settings.port()).isEqualTo(587);
        assertThat(settings.schedule())
                .isEqualTo(new MailSchedule(Duration.ofMinutes(1), Duration.ofHours(4), Duration.ofDays(3)));
    }

    @Test
    void shouldReadThePasswordFromItsFile_andNeverTellIt(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("secret"), "s3cret\n");
        MailSettings settings = MailSettings.read(
                        Map.of(
                                "host",
                                "smtp.kjt.example",
                                "from",
                                "voucher@kjt.example",
                                "user",
                                "voucher",
                                "passwordFile",
                                "secret"),
                        home)
                .orElseThrow();

        assertThat(settings.password()).isEqualTo("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from        | 创新券办公室             | from is",
                "from        | a@x.example,b@x.example  | from is",
                "port        | 0                        | port is 0, and must be 1 to 65535",
                "port        | smtp                     | port is \"smtp\" and not a number",
                "security    | ssl                      | must be starttls, tls or none",
                "publicUrl   | voucher.kjt.example      | must begin with https://HOST",
                "publicUrl   | javascript:alert(1)      | must begin with https://HOST",
                "batch       | 1000                     | batch is 1000, and must be 1 to 200",
                "retryAfter  | 5 minutes                | not a duration such as PT5M",
                "retryAfter  | P1D                      | longer than retryAtMost",
                "giveUpAfter | P31D                     | must be PT1S to P30D",
                "user        | voucher                  | passwordFile is missing",
                "hots        | smtp                     | unknown settings [hots]"
            })
    void shouldNameTheSettingThatIsWrong(String key, String value, String complaint) {
        Map<String, String> configuration =
                new HashMap<>(Map.of("host", "smtp.kjt.example", "from", "voucher@kjt.example"));
        configuration.put(key, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettings.read(configuration, HOME))
                .withMessageContaining(complaint);
    }

    @Test
    void shouldRefuseToSendAPasswordInClear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailSettings.read(
                        Map.of("host", "h", "from", "a@x.example", "user", "u", "security", "none"), HOME))
                .withMessageContaining("in clear");
    }

    @Test
    void shouldWaitLongerEachTime_withinAQuarter_andNeverBeyondTheLongest() {
        MailSchedule schedule = new MailSchedule(Duration.ofMinutes(1), Duration.ofHours(4), Duration.ofDays(3));
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

        assertThat(schedule.waitAfter(1, random)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(75));
        assertThat(schedule.waitAfter(4, random)).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(10));
        assertThat(schedule.waitAfter(1_000, random)).isBetween(Duration.ofHours(3), Duration.ofHours(5));
    }
}
