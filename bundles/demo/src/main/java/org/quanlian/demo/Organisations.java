package org.quanlian.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.Validity;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.PlatformApproval;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Registrations.Application;
import org.quanlian.vouchers.registry.ReviewBodies;

/** Makes up the organisations of the script. */
final class Organisations {
    private static final String ENTERPRISE = "91";
    private static final String PUBLIC_INSTITUTION = "12";
    private static final Area PROVINCIAL_CAPITAL = new Area("140100");
    private static final Area REFORM_ZONE = new Area("140171");

    private static final Map<ProviderKind, String> KINDS = Map.of(
            ProviderKind.UNIVERSITY, "大学",
            ProviderKind.RESEARCH_INSTITUTE, "研究院",
            ProviderKind.KEY_LABORATORY, "重点实验室",
            ProviderKind.INNOVATION_CENTRE, "技术创新中心",
            ProviderKind.PILOT_BASE, "中试基地",
            ProviderKind.SCIENCE_PLATFORM, "科学数据中心",
            ProviderKind.ENGINEERING_RESEARCH_CENTRE, "工程研究中心");

    private final Draw draw;
    private final Fictions fictions;
    private final List<Area> cities = List.copyOf(ReviewBodies.all());
    private final List<ProviderKind> kinds = KINDS.keySet().stream().sorted().toList();

    Organisations(Draw draw, Fictions fictions) {
        this.draw = draw;
        this.fictions = fictions;
    }

    List<Script.Participant> providers(int count) {
        List<Script.Participant> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Area city = draw.chance(50) ? PROVINCIAL_CAPITAL : draw.of(cities);
            ProviderKind kind = draw.of(kinds);
            String name = fictions.provider(city, KINDS.get(kind));
            ProviderProfile profile = new ProviderProfile(
                    kind, Optional.empty(), approvals(kind, name), Optional.of("SL-GX-%04d".formatted(i + 1)), false);
            Application application =
                    new Application(Optional.of(fictions.code(PUBLIC_INSTITUTION, city)), name, city, profile);
            all.add(participant(application, "demo.provider.%04d".formatted(i + 1), city, offers(city)));
        }
        return all;
    }

    List<Script.Participant> enterprises(int count) {
        List<Script.Participant> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Each city has some, and the capital and its zone have many.
            Area city = i < cities.size() ? cities.get(i) : city();
            Application application = new Application(
                    Optional.of(fictions.code(ENTERPRISE, city)),
                    fictions.enterprise(city),
                    city,
                    new EnterpriseProfile(Fact.of(true), Optional.empty(), figures(i + 1)));
            all.add(participant(application, "demo.firm.%04d".formatted(i + 1), city, List.of()));
        }
        return all;
    }

    private Area city() {
        if (draw.chance(28)) {
            return PROVINCIAL_CAPITAL;
        }
        return draw.chance(18) ? REFORM_ZONE : draw.of(cities);
    }

    private Script.Participant participant(
            Application application, String login, Area city, List<ServiceItem.Offer> offers) {
        int days = (int) ChronoUnit.DAYS.between(Dates.OPENING, Dates.REGISTRATION_ENDS);
        LocalDate day = Dates.OPENING.plusDays(draw.between(0, days));
        Instant registeredAt = draw.moment(day);
        Instant approvedAt = draw.moment(day.plusDays(draw.between(1, 4)));
        return new Script.Participant(application, login, fictions.person(), city, registeredAt, approvedAt, offers);
    }

    private List<PlatformApproval> approvals(ProviderKind kind, String name) {
        if (kind == ProviderKind.UNIVERSITY || kind == ProviderKind.RESEARCH_INSTITUTE) {
            return List.of();
        }
        ProviderLevel level = draw.of(List.of(ProviderLevel.values()));
        String document = "示科发〔%d〕%d号".formatted(draw.between(2015, 2023), draw.between(1, 200));
        return List.of(new PlatformApproval(name, document, "示例批准机关", level));
    }

    private List<ServiceItem.Offer> offers(Area city) {
        List<ServiceItem.Offer> offers = new ArrayList<>();
        int count = draw.between(2, 4);
        for (int i = 0; i < count; i++) {
            ServiceCategory category = draw.of(List.of(ServiceCategory.values()));
            String name = fictions.service(category);
            offers.add(new ServiceItem.Offer(
                    category,
                    name,
                    name + "，按现行国家标准提供，出具报告。（示例）",
                    draw.chance(70) ? Optional.of(Money.ofYuan(draw.between(2, 80) * 100L)) : Optional.empty(),
                    Optional.of("次"),
                    city));
        }
        return offers;
    }

    private ApplicantFigures figures(int serial) {
        int employees = draw.between(8, 180);
        long revenue = employees * (long) draw.between(200_000, 600_000);
        Scale scale = new Scale(
                Fact.of(draw.chance(60) ? Industry.INDUSTRY : Industry.SOFTWARE),
                Fact.of(employees),
                Fact.of(Money.ofYuan(revenue)),
                Fact.of(Money.ofYuan(revenue * draw.between(60, 160) / 100)));
        Money research = Money.ofYuan(revenue * draw.between(3, 12) / 100);
        return new ApplicantFigures(scale, new TreeMap<>(Map.of(2024, research)), List.of(qualification(serial)));
    }

    private Qualification qualification(int serial) {
        Validity thisYear =
                new Validity(Optional.of(LocalDate.of(2024, 5, 1)), Optional.of(LocalDate.of(2025, 12, 31)));
        Validity threeYears =
                new Validity(Optional.of(LocalDate.of(2023, 11, 6)), Optional.of(LocalDate.of(2026, 11, 5)));
        if (draw.chance(70)) {
            return new Qualification(
                    QualificationType.TECH_SME, Optional.of("2024140100A8%06d".formatted(serial)), thisYear);
        }
        if (draw.chance(60)) {
            return new Qualification(
                    QualificationType.HIGH_TECH, Optional.of("GR202314%06d".formatted(serial)), threeYears);
        }
        return new Qualification(
                draw.chance(50) ? QualificationType.INNOVATIVE_SME : QualificationType.SPECIALISED_SME,
                Optional.of("SL%06d".formatted(serial)),
                threeYears);
    }
}
