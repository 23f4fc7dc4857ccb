package org.quanlian.store.internal.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.catalogue.Catalogue;
import org.quanlian.vouchers.lists.Lists;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.Registration.Verdict;
import org.quanlian.vouchers.registry.Registry;
import org.quanlian.vouchers.registry.RegistryRefusals;
import org.quanlian.vouchers.registry.Representative;
import org.quanlian.vouchers.relations.Relations;

/** Who takes part, in one transaction. */
public final class JdbcRegistry implements Registry {
    private final Sql sql;
    private final Profiles profiles;

    /** @param sql the transaction */
    public JdbcRegistry(Sql sql) {
        this.sql = sql;
        this.profiles = new Profiles(sql);
    }

    @Override
    public Optional<Organisation> find(Id<Organisation> id) {
        return sql.query(
                        "SELECT " + OrganisationRows.COLUMNS + " FROM registry_organisations o WHERE o.id = ?",
                        id.value())
                .optional(OrganisationRows::organisation);
    }

    @Override
    public Optional<Registration> registration(Id<Organisation> id) {
        return sql.query("SELECT o.* FROM registry_organisations o WHERE o.id = ?", id.value())
                .optional(JdbcRegistry::read)
                .map(head -> new Registration(
                        head.organisation(),
                        profiles.read(head.organisation(), head.representative()),
                        head.verdict(),
                        head.createdAt()));
    }

    @Override
    public Optional<Registration> lock(Id<Organisation> id) {
        return sql.lock("registry_organisations", "id", id.value()) == 0 ? Optional.empty() : registration(id);
    }

    @Override
    public void add(Registration registration) {
        Organisation organisation = registration.organisation();
        Optional<Representative> representative = registration.profile().representative();
        refusing(organisation.kind(), () -> {
            sql.insertInto("registry_organisations")
                    .set("id", organisation.id().value())
                    .set("kind", organisation.kind())
                    .set("uscc", organisation.uscc().map(Object::toString))
                    .set("code_holder", codeHolder(organisation))
                    .set("name", organisation.name())
                    .set("area", organisation.area().code())
                    .set("review_body", organisation.reviewBody().map(Object::toString))
                    .set("state", organisation.state())
                    .set("representative_name", representative.map(Representative::name))
                    .set("representative_masked", representative.map(Representative::maskedNumber))
                    .set("representative_key", representative.map(Representative::key))
                    .set("verdict_approved", registration.verdict().map(Verdict::approved))
                    .set("verdict_reason", registration.verdict().map(Verdict::reason))
                    .set("verdict_by", registration.verdict().map(verdict -> verdict.by()
                            .value()))
                    .set("verdict_at", registration.verdict().map(Verdict::at))
                    .set("created_at", registration.createdAt())
                    .set("version", organisation.version())
                    .run();
            return true;
        });
        profiles.write(organisation.id(), registration.profile());
    }

    @Override
    public void update(Registration before, Registration after) {
        Organisation organisation = after.organisation();
        Optional<Representative> representative = after.profile().representative();
        int rows = refusing(
                organisation.kind(),
                () -> sql.update(
                        "UPDATE registry_organisations SET code_holder = ?, name = ?, area = ?, review_body = ?,"
                                + " state = ?, representative_name = ?, representative_masked = ?,"
                                + " representative_key = ?, verdict_approved = ?, verdict_reason = ?, verdict_by = ?,"
                                + " verdict_at = ?, version = ? WHERE id = ? AND version = ?",
                        codeHolder(organisation),
                        organisation.name(),
                        organisation.area().code(),
                        organisation.reviewBody().map(Object::toString),
                        organisation.state(),
                        representative.map(Representative::name),
                        representative.map(Representative::maskedNumber),
                        representative.map(Representative::key),
                        after.verdict().map(Verdict::approved),
                        after.verdict().map(Verdict::reason),
                        after.verdict().map(verdict -> verdict.by().value()),
                        after.verdict().map(Verdict::at),
                        organisation.version(),
                        organisation.id().value(),
                        before.organisation().version()));
        if (rows == 0) {
            throw RegistryRefusals.stale();
        }
        if (!after.profile().equals(before.profile())) {
            profiles.delete(organisation.id());
            profiles.write(organisation.id(), after.profile());
        }
    }

    @Override
    public Page<Organisation> list(Filter filter, Page.Request page) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        String from = "registry_organisations o";
        if (filter.host().isPresent()) {
            from = "registry_applicants a JOIN registry_organisations o ON o.id = a.organisation";
            conditions.add("a.host = ?");
            parameters.add(filter.host().get().value());
        }
        filter.kind().ifPresent(kind -> where("o.kind = ?", kind, conditions, parameters));
        filter.state().ifPresent(state -> where("o.state = ?", state, conditions, parameters));
        filter.reviewBody().ifPresent(body -> where("o.review_body = ?", body.code(), conditions, parameters));
        // A cursor that has another form than a name is refused as one.
        page.after()
                .map(after -> new Id<Organisation>(after))
                .ifPresent(after -> where("o.id > ?", after.value(), conditions, parameters));
        parameters.add(page.toRead());
        List<Organisation> found = sql.query(
                        "SELECT " + OrganisationRows.COLUMNS + " FROM " + from
                                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
                                + " ORDER BY o.id FETCH FIRST ? ROWS ONLY",
                        parameters.toArray())
                .list(OrganisationRows::organisation);
        return Page.of(found, page, organisation -> organisation.id().value());
    }

    @Override
    public Catalogue catalogue() {
        return new JdbcCatalogue(sql);
    }

    @Override
    public Lists lists() {
        return new JdbcLists(sql);
    }

    @Override
    public Relations relations() {
        return new JdbcRelations(sql);
    }

    private static void where(String condition, Object value, List<String> conditions, List<Object> parameters) {
        conditions.add(condition);
        parameters.add(value);
    }

    /** What keeps the code from others: the code, unless the registration was refused. */
    private static String codeHolder(Organisation organisation) {
        return organisation
                .uscc()
                .filter(code -> organisation.state() != Organisation.State.REFUSED)
                .map(Object::toString)
                .orElse(organisation.id().value());
    }

    private static <T> T refusing(Organisation.Kind kind, Supplier<T> change) {
        try {
            return change.get();
        } catch (ConstraintViolationException e) {
            if (e.is("uq_registry_organisations_code")) {
                throw RegistryRefusals.duplicate(kind);
            }
            throw e;
        }
    }

    private static Head read(Row row) {
        Optional<Representative> representative = row.optionalString("representative_key")
                .map(key -> new Representative(
                        row.string("representative_name"), row.string("representative_masked"), key));
        Optional<Verdict> verdict = row.optionalBool("verdict_approved")
                .map(approved -> new Verdict(
                        approved,
                        row.optionalString("verdict_reason").orElse(""),
                        new Id<Account>(row.string("verdict_by")),
                        row.instant("verdict_at")));
        return new Head(OrganisationRows.organisation(row), representative, verdict, row.instant("created_at"));
    }

    /** A registration without its profile. */
    private record Head(
            Organisation organisation,
            Optional<Representative> representative,
            Optional<Verdict> verdict,
            java.time.Instant createdAt) {}
}
