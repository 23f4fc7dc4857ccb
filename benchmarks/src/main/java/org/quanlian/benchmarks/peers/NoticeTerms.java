package org.quanlian.benchmarks.peers;

import java.time.Instant;
import java.time.LocalDate;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.model.Money;
import org.quanlian.policy.api.LegalRef;

/** The values and clauses of the notice 晋科函〔2025〕11号 as constants, for both peers. */
public final class NoticeTerms {
    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    public static final LocalDate FIRST_OF_PERIOD = LocalDate.of(2024, 10, 1);
    public static final LocalDate LAST_OF_PERIOD = LocalDate.of(2025, 6, 30);
    public static final LocalDate LAST_OF_CARRY_OVER = LocalDate.of(2025, 12, 31);
    public static final DateRange SERVICE_PERIOD = new DateRange(FIRST_OF_PERIOD, LAST_OF_PERIOD);
    public static final Instant FILING_DEADLINE = Instant.parse("2025-07-15T09:00:00Z");
    public static final Area SHANXI = new Area("140000");
    public static final Money CAP = Money.ofYuan(500_000);
    public static final Money TENANT_CAP = Money.ofYuan(1_000_000);

    public static final LegalRef QUALIFIED = PeerRule.clause("一（三）");
    public static final LegalRef BY_STATISTICS = PeerRule.clause("五（八）");
    public static final LegalRef NATIONWIDE = PeerRule.clause("五（四）");
    public static final LegalRef BY_AGREEMENT = PeerRule.clause("五（五）");
    public static final LegalRef PUBLIC_FUNDING = PeerRule.clause("二（二）1");
    public static final LegalRef NOT_INNOVATION = PeerRule.clause("二（二）2");
    public static final LegalRef GRANTED_BEFORE = PeerRule.clause("五（三）");

    private static final int CHINA_OFFSET_SECONDS = 8 * 3_600;
    private static final int SECONDS_PER_DAY = 86_400;

    private NoticeTerms() {}

    /** The day in China, which has kept one offset since 1991. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond() + CHINA_OFFSET_SECONDS, SECONDS_PER_DAY));
    }
}
