package org.quanlian.store.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quanlian.store.internal.registry.RegistryYear.NOW;
import static org.quanlian.store.internal.registry.RegistryYear.TODAY;
import static org.quanlian.store.internal.registry.RegistryYear.entries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Applicant;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Party.Team;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.lists.ListContent;
import org.quanlian.vouchers.lists.ListImport;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.ListReading;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Prefills;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.TeamProfile;
import org.quanlian.vouchers.registry.QualificationCheck.Standing;
import org.quanlian.vouchers.registry.RegisteredFacts.ProviderStanding;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.Registrations.Application;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.Relation;
import org.quanlian.vouchers.relations.RelationDeclarations;
import org.quanlian.vouchers.relations.RelationKind;
import org.quanlian.vouchers.relations.Share;

/** What the node knows of applicants and providers as of an instant, on each database. */
@EachDatabase
class KnownFactsContractTest {
    private static final String NUMBER = "11010519491231002X";

    private final RegistryYear year;

    KnownFactsContractTest(TestDatabase database) {
        this.year = new RegistryYear(database);
    }

    @Test
    void shouldTellWhatIsRegistered_andLeaveTheRestMissing() {
        Registration made = year.enterprise();

        Applicant facts = applicant(made, Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(facts.name()).contains(made.organisation().name());
        assertThat(facts.area()).isEqualTo(Fact.of(RegistryYear.TAIYUAN));
        assertThat(facts.suspendedUntil()).isEqualTo(Fact.of(Optional.empty()));
        assertThat(facts.researchSpending().isMissing()).isTrue();
        assertThat(facts.discredited().isMissing()).as("no list, no knowledge").isTrue();
        assertThat(facts.scale().isMissing()).isTrue();
        assertThat(facts.qualifications().isMissing()).isTrue();
        assertThat(applicant(made, NOW).researchSpending()).isEqualTo(Fact.of(Money.ofYuan(350_000)));
    }

    @Test
    void shouldKnowTheDiscredited_byTheListInForceThatDay() {
        Registration listed = year.enterprise();
        Registration free = year.enterprise();
        year.list(ListKind.CREDIT, "", LocalDate.of(2023, 3, 1), entries(entry(listed, Validity.ALWAYS)));
        year.list(ListKind.CREDIT, "", LocalDate.of(2023, 4, 1), entries(entry(year.enterprise(), Validity.ALWAYS)));

        assertThat(discredited(listed, "2023-02-28")).isEqualTo(Fact.missing());
        assertThat(discredited(listed, "2023-03-01")).isEqualTo(Fact.of(true));
        assertThat(discredited(listed, "2023-03-31")).isEqualTo(Fact.of(true));
        assertThat(discredited(listed, "2023-04-01"))
                .as("the newer list is the truth")
                .isEqualTo(Fact.of(false));
        assertThat(discredited(free, "2023-05-02")).isEqualTo(Fact.of(false));
        assertThat(discredited(free, "2023-05-03")).as("too old to know").isEqualTo(Fact.missing());
    }

    @Test
    void shouldTakeTheLaterEnd_ofOurSuspensionsAndImportedOnes() {
        Registration made = year.enterprise();
        year.list(
                ListKind.SUSPENSION,
                "示例省" + made.id(),
                LocalDate.of(2024, 1, 1),
                entries(entry(made, until(LocalDate.of(2026, 5, 31)))));

        assertThat(applicant(made, NOW).suspendedUntil()).isEqualTo(Fact.of(Optional.of(LocalDate.of(2026, 5, 31))));
        year.suspended.put(made.id(), LocalDate.of(2028, 1, 1));
        assertThat(applicant(made, NOW).suspendedUntil()).isEqualTo(Fact.of(Optional.of(LocalDate.of(2028, 1, 1))));
        year.suspended.put(made.id(), LocalDate.of(2025, 7, 1));
        assertThat(applicant(made, NOW).suspendedUntil()).isEqualTo(Fact.of(Optional.of(LocalDate.of(2026, 5, 31))));
    }

    @Test
    void shouldTakeQualificationsFromLists_andShowWhatTheyContradict() {
        Registration made = declaring(
                qualification(QualificationType.HIGH_TECH),
                qualification(QualificationType.SPECIALISED_SME),
                qualification(QualificationType.INCUBATOR_TENANT));
        Registration other = year.enterprise();
        Validity valid = new Validity(Optional.of(LocalDate.of(2025, 1, 1)), Optional.of(LocalDate.of(2025, 12, 31)));
        ListContent.Entry listed = new ListContent.Entry(
                made.organisation().uscc().orElseThrow(), "列表上的名称", Optional.of("GR202414000001"), valid);
        year.list(ListKind.HIGH_TECH, made.id() + "", TODAY, entries(listed));
        year.list(ListKind.SPECIALISED_SME, made.id() + "", TODAY, entries(entry(other, Validity.ALWAYS)));

        Prefills.Prefill prefill = year.read(
                session -> new Prefills(Clock.fixed(NOW, ZoneOffset.UTC)).of(session, year.of(made), made.id()));

        assertThat(prefill.names()).containsExactly("列表上的名称");
        assertThat(prefill.qualifications())
                .extracting(check -> check.qualification().type() + " " + check.standing())
                .containsExactly(
                        "HIGH_TECH " + Standing.LISTED,
                        "SPECIALISED_SME " + Standing.CONTRADICTED,
                        "INCUBATOR_TENANT " + Standing.DECLARED);
        assertThat(applicant(made, NOW).qualifications().value())
                .hasSize(3)
                .contains(new Qualification(QualificationType.HIGH_TECH, Optional.of("GR202414000001"), valid));
    }

    @Test
    void shouldKeepListsOfSeveralSeriesSideBySide() {
        Registration first = year.enterprise();
        Registration second = year.enterprise();
        year.list(ListKind.TECH_SME, "2025年第1批", LocalDate.of(2025, 3, 1), entries(entry(first, Validity.ALWAYS)));
        year.list(ListKind.TECH_SME, "2025年第2批", LocalDate.of(2025, 4, 1), entries(entry(second, Validity.ALWAYS)));

        assertThat(applicant(first, NOW).qualifications().isKnown()).isTrue();
        assertThat(applicant(second, NOW).qualifications().isKnown()).isTrue();
        assertThat(applicant(second, at("2025-03-15")).qualifications().isMissing())
                .isTrue();
    }

    @Test
    void shouldImportAFileOnce() {
        ListReading reading = new ListReading(entries(entry(year.enterprise(), Validity.ALWAYS)), List.of(), 0);

        ListImport first = importFile("d".repeat(64), reading);
        ListImport again = importFile("d".repeat(64), reading);

        assertThat(again).isEqualTo(first);
        assertThat(importFile("e".repeat(64), reading).id()).isNotEqualTo(first.id());
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> importFile("f".repeat(64), new ListReading(reading.content(), List.of(), 3)))
                .matches(e -> e.code().equals("list.bad"));
    }

    @Test
    void shouldTellWhatIsKnownOfAProvider() {
        Registration applicant = year.enterprise();
        Registration pending = year.provider("示例检测三所");
        Provider before = provider(pending, applicant, NOW).facts();
        assertThat(before.inVoucherSystem()).isEqualTo(Fact.of(false));
        assertThat(before.onSharingPlatform().isMissing()).isTrue();
        assertThat(before.affiliated()).isEqualTo(Fact.of(false));
        assertThat(before.level()).isEqualTo(Fact.of(ProviderLevel.NATIONAL));

        year.approve(pending);
        assertThat(provider(pending, applicant, NOW).facts().inVoucherSystem()).isEqualTo(Fact.of(true));
        year.suspended.put(pending.id(), LocalDate.of(2028, 1, 1));
        assertThat(provider(pending, applicant, NOW).facts().inVoucherSystem())
                .as("who is suspended is not admitted")
                .isEqualTo(Fact.of(false));
    }

    @Test
    void shouldKnowTheSharingPlatform_byItsList() {
        Registration applicant = year.enterprise();
        Registration listed = year.provider("示例检测四所");
        Registration unlisted = year.provider("示例检测五所");
        year.list(ListKind.SHARING_PLATFORM, "", LocalDate.of(2022, 1, 1), entries(entry(listed, Validity.ALWAYS)));

        assertThat(provider(listed, applicant, at("2022-02-01")).facts().onSharingPlatform())
                .isEqualTo(Fact.of(true));
        assertThat(provider(unlisted, applicant, at("2022-02-01")).facts().onSharingPlatform())
                .isEqualTo(Fact.of(false));
        assertThat(provider(listed, applicant, at("2021-02-01")).facts().onSharingPlatform())
                .isEqualTo(Fact.missing());
    }

    @Test
    void shouldFindControl_overDeclaredAndImportedTies_andShowTheWay() {
        Registration applicant = year.enterprise();
        Registration provider = year.provider("示例检测六所");
        Party middle = Party.organisation(year.uscc(), "示例中间公司");
        declare(applicant, hold(party(applicant), middle, "60"));
        year.list(
                ListKind.RELATIONS,
                "工商" + applicant.id(),
                LocalDate.of(2025, 1, 1),
                RegistryYear.relations(hold(middle, party(provider), "51.5")));

        ProviderStanding standing = provider(provider, applicant, NOW);

        assertThat(standing.facts().affiliated()).isEqualTo(Fact.of(true));
        assertThat(standing.relation()).extracting(RelationStep::kind).containsExactly("HOLDING 60%", "HOLDING 51.5%");
        assertThat(standing.relation().get(1).text().zh()).isEqualTo("持股 51.5%");
        assertThat(standing.relation().get(1).from()).isEqualTo("示例中间公司");
        assertThat(provider(provider, applicant, at("2024-12-31")).facts().affiliated())
                .as("before the list")
                .isEqualTo(Fact.of(false));

        declare(applicant);
        assertThat(provider(provider, applicant, NOW.plus(Duration.ofDays(1)))
                        .facts()
                        .affiliated())
                .as("after the declaration was replaced")
                .isEqualTo(Fact.of(false));
        assertThat(provider(provider, applicant, NOW.minus(Duration.ofDays(1)))
                        .facts()
                        .affiliated())
                .as("as of before it was replaced")
                .isEqualTo(Fact.of(true));
    }

    @Test
    void shouldFindTheSameLegalRepresentative() {
        Registration applicant = year.register(RegistryYear.represented(
                RegistryYear.enterprise(year.uscc(), "示例甲"), RegistryYear.representative(NUMBER)));
        Registration provider = year.register(RegistryYear.represented(
                RegistryYear.provider(year.uscc(), "示例乙检测"), RegistryYear.representative(NUMBER)));

        ProviderStanding standing = provider(provider, applicant, NOW);

        assertThat(standing.facts().affiliated()).isEqualTo(Fact.of(true));
        assertThat(standing.relation())
                .extracting(step -> step.from() + " " + step.kind() + " " + step.to())
                .containsExactly("张** LEGAL_REPRESENTATIVE 示例甲", "张** LEGAL_REPRESENTATIVE 示例乙检测");
    }

    @Test
    void shouldRelateAFirmWithItself() {
        UnifiedSocialCreditCode uscc = year.uscc();
        Registration applicant = year.register(RegistryYear.enterprise(uscc, "示例甲"));
        Registration provider = year.register(RegistryYear.provider(uscc, "示例甲"));

        assertThat(provider(provider, applicant, NOW).relation())
                .extracting(RelationStep::kind)
                .containsExactly("SAME");
    }

    @Test
    void shouldLookAtTheHost_ofATeam() {
        Registration host = year.host();
        Registration team = year.write(session -> year.registrations.registerTeam(
                session,
                year.of(host),
                new Application(
                        Optional.empty(),
                        "示例团队",
                        RegistryYear.TAIYUAN,
                        new TeamProfile(host.id(), "李示例", ApplicantFigures.NONE))));
        Registration provider = year.provider("示例检测七所");
        assertThat(provider(provider, team, NOW).facts().affiliated()).isEqualTo(Fact.of(false));

        declare(host, hold(party(host), party(provider), "100"));
        year.suspended.put(host.id(), LocalDate.of(2027, 1, 1));

        assertThat(provider(provider, team, NOW).relation())
                .extracting(RelationStep::kind)
                .containsExactly("HOST", "HOLDING 100%");
        Applicant facts = applicant(team, NOW);
        assertThat(((Team) facts.party()).host().value().name())
                .isEqualTo(host.organisation().name());
        assertThat(facts.suspendedUntil()).isEqualTo(Fact.of(Optional.of(LocalDate.of(2027, 1, 1))));
    }

    @Test
    void shouldLetAnOrganisationDeclare_onlyItsOwnTies() {
        Registration made = year.enterprise();
        Party one = Party.organisation(year.uscc(), "示例一");
        Party other = Party.organisation(year.uscc(), "示例二");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> declare(made, hold(party(made), one, "1"), hold(one, other, "60")))
                .matches(e -> e.code().equals("relations.foreign") && e.field().equals("/relations/1"));
        declare(made, hold(one, party(made), "0.0001"));
        assertThat(year.<List<Relation>>read(session ->
                        new RelationDeclarations(Clock.systemUTC()).declared(session, year.of(made), made.id())))
                .containsExactly(hold(one, party(made), "0.0001"));
    }

    private void declare(Registration registration, Relation... relations) {
        year.write(session -> {
            new RelationDeclarations(Clock.fixed(NOW, ZoneOffset.UTC))
                    .declare(session, year.of(registration), registration.id(), List.of(relations));
            return registration;
        });
    }

    private static Relation hold(Party holder, Party held, String percent) {
        return new Relation(holder, held, RelationKind.HOLDING, Optional.of(Share.ofPercent(percent)), Validity.ALWAYS);
    }

    private static Party party(Registration registration) {
        Organisation organisation = registration.organisation();
        return Party.organisation(organisation.uscc().orElseThrow(), organisation.name());
    }

    private Registration declaring(Qualification... qualifications) {
        return year.register(new Application(
                Optional.of(year.uscc()),
                "示例资格公司",
                RegistryYear.TAIYUAN,
                new EnterpriseProfile(
                        Fact.of(true),
                        Optional.empty(),
                        new ApplicantFigures(
                                ApplicantFigures.NONE.scale(), new TreeMap<>(), List.of(qualifications)))));
    }

    private static Qualification qualification(QualificationType type) {
        return new Qualification(type, Optional.empty(), Validity.ALWAYS);
    }

    private ListImport importFile(String digest, ListReading reading) {
        return year.write(session -> year.lists.add(
                session, year.actor(Role.DEPARTMENT), ListKind.MAKERSPACE_TENANT, "甲", TODAY, digest, reading));
    }

    private static ListContent.Entry entry(Registration registration, Validity validity) {
        Organisation organisation = registration.organisation();
        return new ListContent.Entry(
                organisation.uscc().orElseThrow(), organisation.name(), Optional.empty(), validity);
    }

    private static Validity until(LocalDate day) {
        return new Validity(Optional.empty(), Optional.of(day));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T04:00:00Z");
    }

    private Fact<Boolean> discredited(Registration registration, String day) {
        return applicant(registration, at(day)).discredited();
    }

    private Applicant applicant(Registration registration, Instant asOf) {
        return year.read(session -> year.facts.applicant(session, registration.id(), asOf));
    }

    private ProviderStanding provider(Registration provider, Registration applicant, Instant asOf) {
        return year.read(session -> year.facts.provider(session, provider.id(), applicant.id(), asOf));
    }
}
