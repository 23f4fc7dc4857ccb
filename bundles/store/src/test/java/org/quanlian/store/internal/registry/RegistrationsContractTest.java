package org.quanlian.store.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quanlian.store.internal.registry.RegistryYear.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Profile;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Profile.TeamProfile;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.Registrations.Application;
import org.quanlian.vouchers.registry.Registry;

/** Registrations, from the first word to the centre's, on each database. */
@EachDatabase
class RegistrationsContractTest {
    private static final String NUMBER = "11010519491231002X";

    private final RegistryYear year;

    RegistrationsContractTest(TestDatabase database) {
        this.year = new RegistryYear(database);
    }

    @Test
    void shouldKeepEverything_thatAnEnterpriseDeclares() {
        ApplicantFigures figures = new ApplicantFigures(
                new Scale(Fact.of(Industry.SOFTWARE), Fact.of(45), Fact.of(Money.ofYuan(8_000_000)), Fact.missing()),
                new TreeMap<>(Map.of(2023, Money.ZERO, 2024, new Money(35_000_001))),
                List.of(new Qualification(
                        QualificationType.TECH_SME, Optional.of("202414010500000123"), Validity.ALWAYS)));
        Profile profile =
                new EnterpriseProfile(Fact.of(true), Optional.of(RegistryYear.representative(NUMBER)), figures);

        Registration made =
                year.register(new Application(Optional.of(year.uscc()), "太原示例科技有限公司", new Area("140171"), profile));

        Registration kept = year.reload(made);
        assertThat(kept).isEqualTo(made);
        assertThat(kept.profile()).isEqualTo(profile);
        assertThat(kept.organisation().state()).isEqualTo(Organisation.State.PENDING);
        assertThat(kept.organisation().reviewBody()).contains(new Area("140171"));
        assertThat(year.logins).containsValue(made.id());
        assertThat(year.told).contains("Office[role=SHARING_CENTRE, city=Optional.empty] registration.pending");
    }

    @Test
    void shouldRegisterNothing_whenTheLoginIsTaken() {
        String login = year.login();
        UnifiedSocialCreditCode uscc = year.uscc();
        year.write(session ->
                year.registrations.register(session, RegistryYear.enterprise(year.uscc(), "示例甲"), opening(login)));

        refused(
                "account.login.taken",
                () -> year.write(session ->
                        year.registrations.register(session, RegistryYear.enterprise(uscc, "示例乙"), opening(login))));

        assertThat(year.register(RegistryYear.enterprise(uscc, "示例乙"))).isNotNull();
    }

    @Test
    void shouldRefuseACodeTwice_butOnlyAsTheSameKind() {
        UnifiedSocialCreditCode uscc = year.uscc();
        year.register(RegistryYear.enterprise(uscc, "示例甲"));

        refused("registration.duplicate", () -> year.register(RegistryYear.enterprise(uscc, "示例乙")));
        assertThat(year.register(RegistryYear.provider(uscc, "示例甲检测"))).isNotNull();
    }

    @Test
    void shouldRegisterACodeOnce_whenManyTryAtOnce() throws Exception {
        UnifiedSocialCreditCode uscc = year.uscc();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> tries = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Callable<Boolean> attempt = () -> {
                    try {
                        year.register(RegistryYear.enterprise(uscc, "示例甲"));
                        return true;
                    } catch (RefusedException e) {
                        assertThat(e.code()).isEqualTo("registration.duplicate");
                        return false;
                    }
                };
                tries.add(pool.submit(attempt));
            }
            int made = 0;
            for (Future<Boolean> each : tries) {
                made += each.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldFreeTheCode_ofARefusedRegistration_andTakeItBackWithTheCorrection() {
        UnifiedSocialCreditCode uscc = year.uscc();
        Registration squatter = year.register(RegistryYear.enterprise(uscc, "冒名示例"));
        Registration refused = year.write(session ->
                year.decisions.refuse(session, year.actor(Role.SHARING_CENTRE), squatter.id(), 1, "营业执照与名称不符"));
        assertThat(refused.verdict().orElseThrow().reason()).isEqualTo("营业执照与名称不符");

        Registration owner = year.register(RegistryYear.enterprise(uscc, "示例甲"));

        assertThat(owner.organisation().uscc()).contains(uscc);
        refused("registration.duplicate", () -> change(year.reload(refused), "冒名示例二", refused.profile()));
    }

    @Test
    void shouldAskTheCentreAgain_whenWhatItApprovedChanges_andNotOtherwise() {
        Registration approved = year.approve(year.enterprise());
        EnterpriseProfile profile = (EnterpriseProfile) approved.profile();
        ApplicantFigures figures = new ApplicantFigures(
                profile.figures().scale(), new TreeMap<>(Map.of(2025, Money.ofYuan(1))), List.of());

        Registration figuresChanged = change(
                approved,
                approved.organisation().name(),
                new EnterpriseProfile(profile.independentLegalPerson(), profile.representative(), figures));
        assertThat(figuresChanged.organisation().state()).isEqualTo(Organisation.State.APPROVED);
        assertThat(year.reload(figuresChanged)).isEqualTo(figuresChanged);

        Registration renamed = change(figuresChanged, "示例新名", figuresChanged.profile());
        assertThat(renamed.organisation().state()).isEqualTo(Organisation.State.PENDING);

        Registration again = year.approve(renamed);
        Registration represented =
                change(again, "示例新名", again.profile().representedBy(Optional.of(RegistryYear.representative(NUMBER))));
        assertThat(represented.organisation().state()).isEqualTo(Organisation.State.PENDING);

        Registration unsaid = change(represented, "示例新名", profile);
        assertThat(unsaid.profile().representative())
                .as("who is not named anew stays")
                .isEqualTo(represented.profile().representative());
    }

    @Test
    void shouldRefuseAChange_ofWhatSomebodyElseChanged() {
        Registration seen = year.enterprise();
        change(seen, "示例一", seen.profile());

        refused("registration.stale", () -> change(seen, "示例二", seen.profile()));
        refused("registration.stale", () -> year.approve(seen));
    }

    @Test
    void shouldDecideOnce() {
        Registration pending = year.enterprise();
        Registration approved = year.approve(year.enterprise());

        refused("registration.state", () -> year.approve(approved));
        refused(
                "registration.reason",
                () -> year.write(session ->
                        year.decisions.refuse(session, year.actor(Role.SHARING_CENTRE), pending.id(), 1, " ")));
    }

    @Test
    void shouldConfirmTheSharingPlatform_untilTheNumberChanges() {
        Registration provider = year.provider("示例检测中心");
        Registration approved = year.write(
                session -> year.decisions.approve(session, year.actor(Role.SHARING_CENTRE), provider.id(), 1, true));
        ProviderProfile profile = (ProviderProfile) year.reload(approved).profile();
        assertThat(profile.sharingConfirmed()).isTrue();
        assertThat(profile.level()).contains(ProviderLevel.NATIONAL);

        Registration changed = change(
                approved,
                "示例检测中心",
                new ProviderProfile(profile.type(), Optional.empty(), profile.approvals(), Optional.of("GX-2"), true));

        assertThat(((ProviderProfile) changed.profile()).sharingConfirmed()).isFalse();
        assertThat(changed.organisation().state()).isEqualTo(Organisation.State.PENDING);
    }

    @Test
    void shouldLetAHostRegisterItsTeams_andNobodyElses() {
        Registration host = year.host();
        Actor actor = year.of(host);
        Application team = new Application(
                Optional.empty(),
                "示例团队",
                RegistryYear.TAIYUAN,
                new TeamProfile(host.id(), "李示例", ApplicantFigures.NONE));

        Registration made = year.write(session -> year.registrations.registerTeam(session, actor, team));

        assertThat(year.reload(made)).isEqualTo(made);
        assertThat(list(actor, Optional.empty())).containsExactly(made.organisation());
        Actor otherHost = year.of(year.host());
        Actor enterprise = year.of(year.enterprise());
        refused("access.none", () -> year.write(session -> year.registrations.registerTeam(session, otherHost, team)));
        refused("access.role", () -> year.write(session -> year.registrations.registerTeam(session, enterprise, team)));
        refused("registration.host", () -> year.approve(made));
        year.approve(host);
        assertThat(year.approve(made).organisation().state()).isEqualTo(Organisation.State.APPROVED);
    }

    @Test
    void shouldRefuseAnEnterprise_thatNoBodyReviews() {
        refused(
                "registration.area",
                () -> year.register(new Application(
                        Optional.of(year.uscc()),
                        "海口示例",
                        new Area("460100"),
                        year.enterprise().profile())));
    }

    @Test
    void shouldShowARegistration_toThoseWhomItConcerns() {
        Registration made = year.register(RegistryYear.represented(
                RegistryYear.enterprise(year.uscc(), "示例甲"), RegistryYear.representative(NUMBER)));

        assertThat(see(year.of(made), made)).isEqualTo(made);
        assertThat(see(year.reviewer("140100"), made)).isEqualTo(made);
        assertThat(see(year.actor(Role.SHARING_CENTRE), made)).isEqualTo(made);
        assertThat(see(year.actor(Role.AUDITOR), made)
                        .profile()
                        .representative()
                        .orElseThrow()
                        .name())
                .isEqualTo("张**");
        refused("access.none", () -> see(year.reviewer("140200"), made));
        refused("access.none", () -> see(year.of(year.enterprise()), made));
        refused("access.role", () -> see(year.actor(Role.OPERATOR), made));
        refused(
                "access.none",
                () -> year.read(
                        session -> year.registrations.get(session, year.actor(Role.DEPARTMENT), year.ids.next())));
    }

    @Test
    void shouldNotLetStrangersChangeOrDecide() {
        Registration made = year.enterprise();
        Actor stranger = year.of(year.enterprise());

        refused(
                "access.none",
                () -> year.write(session -> year.registrations.change(
                        session, stranger, made.id(), 1, "夺名", RegistryYear.TAIYUAN, made.profile())));
        refused(
                "access.role",
                () -> year.write(
                        session -> year.decisions.approve(session, year.actor(Role.DEPARTMENT), made.id(), 1, false)));
    }

    @Test
    void shouldPageThroughWhatIsPending_cityByCity() {
        Actor reviewer = year.reviewer("140300");
        List<Organisation> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(year.register(new Application(
                            Optional.of(year.uscc()),
                            "阳泉示例" + i,
                            new Area("140302"),
                            year.enterprise().profile()))
                    .organisation());
        }

        List<Organisation> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page.Request request = new Page.Request(after, 2);
            Page<Organisation> page = year.read(session -> year.registrations.list(
                    session, reviewer, filter(Optional.of(Organisation.State.PENDING)), request));
            found.addAll(page.items());
            after = page.next();
        } while (after.isPresent());

        assertThat(found).containsExactlyInAnyOrderElementsOf(made).isSortedAccordingTo((a, b) -> a.id().compareTo(
                        b.id()));
    }

    private List<Organisation> list(Actor actor, Optional<Organisation.State> state) {
        return year.read(session -> year.registrations.list(session, actor, filter(state), Page.Request.first()))
                .items();
    }

    private static Registry.Filter filter(Optional<Organisation.State> state) {
        return new Registry.Filter(Optional.empty(), state, Optional.empty(), Optional.empty());
    }

    private Registration see(Actor actor, Registration registration) {
        Id<Organisation> id = registration.id();
        return year.read(session -> year.registrations.get(session, actor, id));
    }

    private Registration change(Registration seen, String name, Profile profile) {
        return year.write(session -> year.registrations.change(
                session,
                year.of(seen),
                seen.id(),
                seen.organisation().version(),
                name,
                seen.organisation().area(),
                profile));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(call)
                .matches(e -> e.code().equals(code), code);
    }
}
