package org.quanlian.vouchers.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.api.parameters.Parameters;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.vouchers.reminders.Reminder.Kind;

/** Which deadlines are coming: filing until 2025-07-15 17:00, recommending until 2025-07-30 17:00, Beijing time. */
class RemindersTest {
    private static final Instant FILING = Instant.parse("2025-07-15T09:00:00Z");
    private static final Instant RECOMMENDATION = Instant.parse("2025-07-30T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // The day begins at midnight in Beijing, which is 16:00 of the day before in UTC.
        "2025-07-07T15:59:59Z, ",
        "2025-07-07T16:00:00Z, 2025-07-08",
        "2025-07-08T03:00:00Z, 2025-07-08",
        // The node was down on the 8th: told later, for that day.
        "2025-07-11T03:00:00Z, 2025-07-08",
        "2025-07-13T15:59:59Z, 2025-07-08",
        "2025-07-13T16:00:00Z, 2025-07-14",
        "2025-07-15T09:00:00Z, 2025-07-14",
        "2025-07-15T09:00:00.000001Z, "
    })
    void shouldRemindOfFiling_sevenDaysAndOneDayBefore(Instant now, LocalDate day) {
        assertThat(days(now, Kind.FILING))
                .isEqualTo(Optional.ofNullable(day).stream().toList());
    }

    @Test
    void shouldRemindOfCorrectionAndRecommendation_byTheCitysDeadline() {
        Instant now = Instant.parse("2025-07-23T01:00:00Z");

        assertThat(reminders(List.of(version("1.0.0", Status.IN_FORCE, true))).due(now))
                .containsExactly(
                        new Reminder(Kind.CORRECTION, key("1.0.0"), RECOMMENDATION, LocalDate.of(2025, 7, 23)),
                        new Reminder(Kind.RECOMMENDATION, key("1.0.0"), RECOMMENDATION, LocalDate.of(2025, 7, 23)));
    }

    @Test
    void shouldRemindOfFiling_byTheVersionThatWouldDecideToday() {
        Reminders reminders =
                reminders(List.of(version("1.0.0", Status.IN_FORCE, false), version("1.1.0", Status.IN_FORCE, true)));

        assertThat(reminders.due(FILING))
                .filteredOn(reminder -> reminder.kind() == Kind.FILING)
                .extracting(Reminder::policy)
                .containsExactly(key("1.1.0"));
    }

    @Test
    void shouldRemindOfCorrection_byEachVersionToWhichClaimsAreStillPinned() {
        Reminders reminders =
                reminders(List.of(version("1.0.0", Status.IN_FORCE, false), version("1.1.0", Status.IN_FORCE, true)));

        assertThat(reminders.due(RECOMMENDATION))
                .filteredOn(reminder -> reminder.kind() == Kind.CORRECTION)
                .extracting(Reminder::policy)
                .containsExactly(key("1.0.0"), key("1.1.0"));
    }

    @Test
    void shouldRemindOfNothing_whenThePolicyIsADraft() {
        assertThat(reminders(List.of(version("1.0.0", Status.DRAFT, true))).due(FILING))
                .isEmpty();
    }

    @Test
    void shouldRefuse_daysThatAreNotBefore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reminders(registry(List.of()), List.of(7, 0)))
                .withMessageContaining("1 to 60 days");
    }

    private static List<LocalDate> days(Instant now, Kind kind) {
        return reminders(List.of(version("1.0.0", Status.IN_FORCE, true))).due(now).stream()
                .filter(reminder -> reminder.kind() == kind)
                .map(Reminder::day)
                .toList();
    }

    private static Reminders reminders(List<PolicyVersion> versions) {
        return new Reminders(registry(versions), Reminders.DEFAULT_DAYS);
    }

    private static PolicyKey key(String version) {
        return new PolicyKey(new Area("140000"), 2025, Version.parse(version));
    }

    private static PolicyVersion version(String version, Status status, boolean current) {
        DateRange year = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        PolicyDescriptor descriptor = new PolicyDescriptor(
                key(version),
                status,
                new LocalizedText("创新券", "Vouchers"),
                List.of(new LegalDocument("文〔2025〕1号", "通知", "科技厅", Optional.empty())),
                new PolicyWindows(year, year, FILING, RECOMMENDATION, 5, false));
        return new PolicyVersion(
                descriptor, "sha-256:" + "0".repeat(64), new Parameters(List.of()), List.of(), current);
    }

    private static PolicyRegistry registry(List<PolicyVersion> versions) {
        return new PolicyRegistry() {
            @Override
            public List<PolicyVersion> versions() {
                return versions;
            }

            @Override
            public boolean await(PolicyKey key, boolean present, Duration bound) {
                throw new UnsupportedOperationException("nobody waits here");
            }

            @Override
            public List<AgreementDescriptor> agreements() {
                return List.of();
            }

            @Override
            public List<RefusedPack> refused() {
                return List.of();
            }
        };
    }
}
