package org.quanlian.demo;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.VoucherYear;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.OneTimePassword;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.calendar.WorkingDays;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.registry.PersonKeys;
import org.quanlian.vouchers.registry.Registry;

/** Fills an empty node with the voucher year of a seed (演示数据). */
public final class DemoYear {
    private static final Area PROVINCE = new Area("140000");
    private static final int NOTICE_DAYS = 5;

    private final DemoNode node;
    private final SecureRandom random = new SecureRandom();

    /** @param node the node */
    public DemoYear(DemoNode node) {
        this.node = node;
    }

    /**
     * What was made.
     *
     * @param reviewBodies how many first-review bodies
     * @param providers how many providers
     * @param enterprises how many enterprises
     * @param claims how many claims of the year, by state
     * @param password the password of every account of the demo; it is kept nowhere
     */
    public record Made(
            int reviewBodies, int providers, int enterprises, Map<ClaimState, Integer> claims, String password) {
        public Made {
            claims = Map.copyOf(claims);
        }
    }

    /**
     * Makes the year: each group of things in a transaction, so that a demo that breaks off leaves a part of it.
     *
     * @throws DemoRefusedException when the node is not empty, or lacks what the year needs
     */
    public Made make(long seed, DemoSize size, Progress progress) {
        Instant now = node.clock().instant();
        Actor operator = node.store().<Actor>read(session -> requireReady(session, now));
        Script script = ScriptWriter.write(seed, size);
        String secret = OneTimePassword.make(random).value();
        PasswordHash password = node.passwords().hash("demo", secret, "/password");
        StagedClock clock = new StagedClock(now);
        Ids ids = new Ids(clock, random);
        Stage stage = new Stage(node.store(), clock, new VoucherYear(platform(clock, ids)), progress);
        Cast cast = new Casting(stage, ids, operator, password).open();
        List<Claimed> claims = play(stage, cast, script, password, now);
        return new Made(
                cast.reviewers().size(),
                script.providers().size(),
                script.enterprises().size(),
                node.store().<Map<ClaimState, Integer>>read(session -> count(session, claims)),
                secret);
    }

    private static List<Claimed> play(Stage stage, Cast cast, Script script, PasswordHash password, Instant now) {
        Papers papers = new Papers(stage.year().orders().documents());
        Joining joining = new Joining(stage, cast, papers, password);
        List<Actor> providers = joining.providers(script.providers());
        List<Joined> enterprises = joining.enterprises(script.enterprises());
        joining.creditLists();
        Deciding deciding = new Deciding(stage, cast);
        deciding.budgets(script);
        List<Claimed> claims = new Buying(stage, papers, providers, enterprises).claims(script.claims());
        new Reviewing(stage, cast).review(claims);
        deciding.approve(claims);
        deciding.publish(claims);
        Paying paying = new Paying(stage, cast);
        paying.allocate(claims);
        paying.pay(claims);
        paying.findViolations(claims);
        paying.carryOver(claims);
        joining.creditListOf(now);
        deciding.publishToday(now, claims);
        return claims;
    }

    /** Nobody of the demo shows an identity card, so its people need no lasting key. */
    private Platform platform(StagedClock clock, Ids ids) {
        byte[] key = new byte[PersonKeys.MIN_KEY_BYTES];
        random.nextBytes(key);
        return new Platform(clock, ids, node.policies(), node.assessments(), node.contents(), new PersonKeys(key));
    }

    private Actor requireReady(Session session, Instant now) {
        Registry.Filter everybody =
                new Registry.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        if (!session.registry()
                .list(everybody, new Page.Request(Optional.empty(), 1))
                .items()
                .isEmpty()) {
            throw DemoRefusedException.of("occupied");
        }
        if (now.isBefore(Dates.OVER)) {
            throw DemoRefusedException.of("early", ChinaTime.dateOf(now), ChinaTime.dateOf(Dates.OVER));
        }
        boolean decides = node.policies().versions().stream()
                .anyMatch(version -> version.current()
                        && version.descriptor().key().year() == Dates.YEAR
                        && version.descriptor().key().province().equals(PROVINCE));
        if (!decides) {
            throw DemoRefusedException.of("policy", PROVINCE, Dates.YEAR);
        }
        // A calendar that is not known is told by who counts days, with what to do.
        new WorkingDays(session.calendars()).last(ChinaTime.dateOf(now), NOTICE_DAYS, false);
        return operator(session);
    }

    private static Actor operator(Session session) {
        Page.Request page = Page.Request.first();
        while (true) {
            Page<Account> accounts = session.accounts().page(page);
            for (Account account : accounts.items()) {
                if (account.role() == Role.OPERATOR && !account.isDisabled()) {
                    return account.actor();
                }
            }
            page = new Page.Request(
                    Optional.of(accounts.next().orElseThrow(() -> DemoRefusedException.of("operator"))), Page.MAX);
        }
    }

    private static Map<ClaimState, Integer> count(Session session, List<Claimed> claims) {
        Map<ClaimState, Integer> counts = new EnumMap<>(ClaimState.class);
        for (Claimed claim : claims) {
            VoucherClaim found = session.claims().find(claim.id()).orElseThrow();
            counts.merge(found.state(), 1, Integer::sum);
        }
        return counts;
    }
}
