package org.quanlian.store.internal.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.Validity;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.PlatformApproval;
import org.quanlian.vouchers.registry.Profile;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.HostProfile;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Profile.TeamProfile;
import org.quanlian.vouchers.registry.Representative;

/** Profiles as rows: those of applicants, those of providers, and their lists. */
final class Profiles {
    private static final List<String> TABLES = List.of(
            "registry_applicants",
            "registry_research_spending",
            "registry_qualifications",
            "registry_providers",
            "registry_approvals");

    private final Sql sql;

    Profiles(Sql sql) {
        this.sql = sql;
    }

    Profile read(Organisation organisation, Optional<Representative> representative) {
        String id = organisation.id().value();
        return switch (organisation.kind()) {
            case ENTERPRISE, TEAM -> sql.query("SELECT * FROM registry_applicants WHERE organisation = ?", id)
                    .one(row -> applicant(organisation.kind(), row, representative))
                    .with(spending(id), qualifications(id));
            case HOST -> new HostProfile(representative, approvals(id));
            case PROVIDER -> {
                List<PlatformApproval> approvals = approvals(id);
                yield sql.query("SELECT * FROM registry_providers WHERE organisation = ?", id)
                        .one(row -> new ProviderProfile(
                                row.constant("provider_kind", ProviderKind.class),
                                representative,
                                approvals,
                                row.optionalString("sharing_number"),
                                row.bool("sharing_confirmed")));
            }
        };
    }

    void write(Id<Organisation> organisation, Profile profile) {
        String id = organisation.value();
        if (profile instanceof EnterpriseProfile enterprise) {
            write(id, enterprise.independentLegalPerson(), Optional.empty(), Optional.empty(), enterprise.figures());
        } else if (profile instanceof TeamProfile team) {
            write(id, Fact.missing(), Optional.of(team.host()), Optional.of(team.leader()), team.figures());
        } else if (profile instanceof HostProfile host) {
            write(id, host.approvals());
        } else if (profile instanceof ProviderProfile provider) {
            sql.insertInto("registry_providers")
                    .set("organisation", id)
                    .set("provider_kind", provider.type())
                    .set("sharing_number", provider.sharingNumber())
                    .set("sharing_confirmed", provider.sharingConfirmed())
                    .run();
            write(id, provider.approvals());
        }
    }

    void delete(Id<Organisation> organisation) {
        TABLES.forEach(table -> sql.update("DELETE FROM " + table + " WHERE organisation = ?", organisation.value()));
    }

    private void write(
            String id,
            Fact<Boolean> independent,
            Optional<Id<Organisation>> host,
            Optional<String> leader,
            ApplicantFigures figures) {
        Scale scale = figures.scale();
        sql.insertInto("registry_applicants")
                .set("organisation", id)
                .set("independent_legal_person", optional(independent))
                .set("host", host.map(Id::value))
                .set("leader", leader)
                .set("industry", optional(scale.industry()))
                .set("employees", optional(scale.employees()))
                .set("revenue", optional(scale.revenue()))
                .set("assets", optional(scale.assets()))
                .run();
        List<Object[]> spending = new ArrayList<>();
        figures.researchSpending().forEach((year, amount) -> spending.add(new Object[] {id, year, amount}));
        sql.batch(
                "INSERT INTO registry_research_spending (organisation, spending_year, amount) VALUES (?, ?, ?)",
                spending);
        List<Object[]> qualifications = new ArrayList<>();
        for (Qualification each : figures.qualifications()) {
            qualifications.add(new Object[] {
                id,
                qualifications.size(),
                each.type(),
                each.number(),
                each.validity().from(),
                each.validity().until()
            });
        }
        sql.batch(
                "INSERT INTO registry_qualifications"
                        + " (organisation, place, qualification, entry_number, valid_from, valid_until)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                qualifications);
    }

    private void write(String id, List<PlatformApproval> approvals) {
        List<Object[]> rows = new ArrayList<>();
        for (PlatformApproval each : approvals) {
            rows.add(new Object[] {id, rows.size(), each.platform(), each.document(), each.issuer(), each.level()});
        }
        sql.batch(
                "INSERT INTO registry_approvals (organisation, place, platform, document, issuer, approval_level)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private NavigableMap<Integer, Money> spending(String id) {
        NavigableMap<Integer, Money> spending = new TreeMap<>();
        sql.query("SELECT spending_year, amount FROM registry_research_spending WHERE organisation = ?", id)
                .each(row -> spending.put(row.integer("spending_year"), row.money("amount")));
        return spending;
    }

    private List<Qualification> qualifications(String id) {
        return sql.query("SELECT * FROM registry_qualifications WHERE organisation = ? ORDER BY place", id)
                .list(row -> new Qualification(
                        row.constant("qualification", QualificationType.class),
                        row.optionalString("entry_number"),
                        new Validity(row.optionalDate("valid_from"), row.optionalDate("valid_until"))));
    }

    private List<PlatformApproval> approvals(String id) {
        return sql.query("SELECT * FROM registry_approvals WHERE organisation = ? ORDER BY place", id)
                .list(row -> new PlatformApproval(
                        row.string("platform"),
                        row.string("document"),
                        row.string("issuer"),
                        row.constant("approval_level", ProviderLevel.class)));
    }

    private static Applicant applicant(Organisation.Kind kind, Row row, Optional<Representative> representative) {
        return new Applicant(
                kind,
                fact(row.optionalBool("independent_legal_person")),
                representative,
                row.optionalString("host").map(Id::new),
                row.optionalString("leader"),
                new Scale(
                        fact(row.optionalConstant("industry", Industry.class)),
                        fact(row.optionalNumber("employees").map(Math::toIntExact)),
                        fact(row.optionalMoney("revenue")),
                        fact(row.optionalMoney("assets"))));
    }

    private static <T> Fact<T> fact(Optional<T> value) {
        return value.map(Fact::of).orElse(Fact.missing());
    }

    private static <T> Optional<T> optional(Fact<T> fact) {
        return fact.isKnown() ? Optional.of(fact.value()) : Optional.empty();
    }

    /** The row of an applicant, before its lists are read. */
    private record Applicant(
            Organisation.Kind kind,
            Fact<Boolean> independent,
            Optional<Representative> representative,
            Optional<Id<Organisation>> host,
            Optional<String> leader,
            Scale scale) {
        Profile with(NavigableMap<Integer, Money> spending, List<Qualification> qualifications) {
            ApplicantFigures figures = new ApplicantFigures(scale, spending, qualifications);
            return kind == Organisation.Kind.TEAM
                    ? new TeamProfile(host.orElseThrow(), leader.orElseThrow(), figures)
                    : new EnterpriseProfile(independent, representative, figures);
        }
    }
}
