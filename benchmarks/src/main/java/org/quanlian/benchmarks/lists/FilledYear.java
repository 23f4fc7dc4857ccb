package org.quanlian.benchmarks.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.quanlian.benchmarks.year.DurableDatabase;
import org.quanlian.benchmarks.year.PlayedYear;
import org.quanlian.benchmarks.year.Renewal;
import org.quanlian.benchmarks.year.Template;
import org.quanlian.benchmarks.year.Template.Part;
import org.quanlian.demo.DemoSize;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceCategory;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.catalogue.ServiceOffers;
import org.quanlian.vouchers.claims.ClaimFilter;
import org.quanlian.vouchers.claims.ClaimSummary;

/**
 * A year with so many claims: a demo in which each state occurs, and copies of it for other firms and other experts, with one
 * service in the catalogue for each 200 claims.
 *
 * <p>Copied is what lists read: firms, accounts, claims, their vouchers and experts. Filings, papers, orders and timelines,
 * which no list reads, are those of the demo alone.
 */
final class FilledYear implements AutoCloseable {
    static final int CLAIMS_OF_A_COPY = 100;
    private static final int CLAIMS_FOR_A_SERVICE = 200;
    private static final int COPIES_AT_ONCE = 20;
    private static final int SERVICES_AT_ONCE = 100;
    private static final int YEAR = 2025;
    private static final List<Part> PARTS = List.of(
            new Part("registry_organisations", "kind = 'ENTERPRISE'"),
            new Part("registry_applicants", "1 = 1"),
            new Part("accounts", "role IN ('ENTERPRISE', 'EXPERT')"),
            new Part("voucher_claims", "claim_year = " + YEAR),
            new Part("claim_orders", "claim IN (SELECT id FROM voucher_claims WHERE claim_year = " + YEAR + ")"),
            new Part("claim_experts", "1 = 1"));
    private static final String[] MATERIALS = {"钢材", "铝材", "煤矸石", "陶瓷", "碳纤维", "玻璃", "轴承", "电池", "土壤", "水样"};
    private static final String[] TESTS = {"拉伸试验", "疲劳试验", "成分分析", "金相检验", "透射电镜观察", "盐雾试验", "有限元计算", "中试放大"};

    private final DurableDatabase database;
    private final PlayedYear year;
    private final Names names;

    /**
     * Names in a copy that lies in the middle of all.
     *
     * @param claim a claim
     * @param firm account of a firm that has claims
     * @param expert account of an expert that has claims
     * @param reviewer account of a reviewer of a city that has claims
     * @param department account of the department
     * @param city the city of that reviewer
     */
    record Names(String claim, String firm, String expert, String reviewer, String department, Area city) {}

    private FilledYear(DurableDatabase database, int claims) throws SQLException {
        this.database = database;
        this.year = PlayedYear.play(
                database.database().dataSource(), database.database().dialect(), new DemoSize(CLAIMS_OF_A_COPY));
        Names inDemo = namesInDemo();
        Template template = Template.read(database.database().dataSource(), PARTS);
        this.names = copy(template, claims / CLAIMS_OF_A_COPY - 1, inDemo);
        offerServices(claims / CLAIMS_FOR_A_SERVICE);
        database.settle();
    }

    /** Makes one in a database of its own under a folder. */
    static FilledYear make(Dialect dialect, Path under, int claims) throws IOException, SQLException {
        DurableDatabase database = DurableDatabase.make(dialect, under);
        try {
            return new FilledYear(database, claims);
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    Names names() {
        return names;
    }

    PlayedYear year() {
        return year;
    }

    Store store() {
        return year.store();
    }

    /** How many claims there are, as the database counts them. */
    long claims() {
        return database.transactions().read(sql -> sql.query("SELECT COUNT(*) AS claims FROM voucher_claims")
                .one(row -> row.number("claims")));
    }

    @Override
    public void close() throws IOException {
        database.close();
    }

    private Names copy(Template template, int copies, Names inDemo) throws SQLException {
        Ids ids = new Ids(new EachMilli(PlayedYear.EVE), new SecureRandom());
        List<Renewal> some = new ArrayList<>();
        Names middle = inDemo;
        for (int i = 1; i <= copies; i++) {
            Renewal copy = new Renewal(() -> ids.next().value(), i);
            template.renew(copy);
            some.add(copy);
            if (i == (copies + 1) / 2) {
                middle = renamed(inDemo, copy);
            }
            if (some.size() == COPIES_AT_ONCE || i == copies) {
                template.write(database.database().dataSource(), some);
                requireShapedAsBefore(inDemo, renamed(inDemo, some.get(0)));
                some.clear();
            }
        }
        return middle;
    }

    /** A firm's claims, read by the store's own port, are those of the firm that it is a copy of, under other names. */
    private void requireShapedAsBefore(Names original, Names copy) {
        List<ClaimSummary> before = claimsOf(original.firm());
        List<ClaimSummary> after = claimsOf(copy.firm());
        boolean same = before.size() == after.size()
                && before.stream()
                        .map(FilledYear::withoutNames)
                        .sorted()
                        .toList()
                        .equals(after.stream()
                                .map(FilledYear::withoutNames)
                                .sorted()
                                .toList());
        if (!same || after.stream().anyMatch(before::contains)) {
            throw new IllegalStateException("copied " + before + " to " + after);
        }
    }

    private List<ClaimSummary> claimsOf(String account) {
        Actor firm = year.actor(account);
        ClaimFilter filter = new ClaimFilter(
                new ClaimFilter.OfApplicant(firm.organisation().orElseThrow()), Optional.of(YEAR), Optional.empty());
        return store().<List<ClaimSummary>>read(session ->
                session.claims().list(filter, Page.Request.first()).items());
    }

    private static String withoutNames(ClaimSummary of) {
        return String.join(
                " ",
                of.city().code(),
                of.state().name(),
                of.filedAt().toString(),
                of.outcome().toString(),
                of.grant().toString(),
                of.approved().toString(),
                of.createdAt().toString());
    }

    private Names namesInDemo() {
        return database.transactions().read(sql -> {
            String claim = sql.query("SELECT MIN(id) AS id FROM voucher_claims").one(row -> row.string("id"));
            String firm = sql.query(
                            "SELECT a.id FROM accounts a JOIN voucher_claims c ON a.organisation = c.applicant"
                                    + " WHERE c.id = ?",
                            claim)
                    .one(row -> row.string("id"));
            String expert = sql.query("SELECT MIN(expert) AS id FROM claim_experts WHERE ended_at IS NULL")
                    .one(row -> row.string("id"));
            String city = sql.query("SELECT city FROM voucher_claims WHERE id = ?", claim)
                    .one(row -> row.string("city"));
            String reviewer = sql.query(
                            "SELECT MIN(id) AS id FROM accounts WHERE role = 'CITY_REVIEWER' AND city = ?", city)
                    .one(row -> row.string("id"));
            String department = sql.query("SELECT MIN(id) AS id FROM accounts WHERE role = ?", Role.DEPARTMENT)
                    .one(row -> row.string("id"));
            return new Names(claim, firm, expert, reviewer, department, new Area(city));
        });
    }

    private static Names renamed(Names of, Renewal copy) {
        return new Names(
                copy.of(of.claim()),
                copy.of(of.firm()),
                copy.of(of.expert()),
                of.reviewer(),
                of.department(),
                of.city());
    }

    /** By the use case, so that the index is what it makes of them. */
    private void offerServices(int count) {
        List<String> providers = database.transactions()
                .read(sql -> sql.query("SELECT id FROM accounts WHERE role = ? ORDER BY id", Role.PROVIDER)
                        .list(row -> row.string("id")));
        List<Actor> actors = providers.stream().map(year::actor).toList();
        ServiceOffers offers = new ServiceOffers(year.ids());
        Random random = new Random(YEAR);
        for (int from = 0; from < count; from += SERVICES_AT_ONCE) {
            List<Integer> some = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + SERVICES_AT_ONCE); i++) {
                some.add(i);
            }
            store().write(session -> {
                List<Id<ServiceItem>> added = new ArrayList<>();
                for (int i : some) {
                    added.add(offers.add(session, actors.get(i % actors.size()), offer(random, i))
                            .id());
                }
                return added;
            });
        }
    }

    private static ServiceItem.Offer offer(Random random, int number) {
        String name = MATERIALS[random.nextInt(MATERIALS.length)] + TESTS[random.nextInt(TESTS.length)];
        ServiceCategory[] categories = ServiceCategory.values();
        return new ServiceItem.Offer(
                categories[random.nextInt(categories.length)],
                name,
                "示例服务 Q" + number + "，五个工作日内出具报告",
                Optional.of(Money.ofYuan(100 + random.nextInt(10_000))),
                Optional.of("样品"),
                new Area("140100"));
    }

    /** Goes on by a millisecond each time it is looked at, so that what is made later has a later name. */
    private static final class EachMilli extends Clock {
        private Instant now;

        EachMilli(Instant start) {
            this.now = start;
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofMillis(1));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("instants have no zone");
        }
    }
}
