package org.quanlian.vouchers.integrity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.DateRange;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Reach;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.claims.ReviewBodies;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.integrity.Violation.Conduct;
import org.quanlian.vouchers.integrity.Violation.Severity;
import org.quanlian.vouchers.ledger.CapParty;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.treasury.TreasuryRefusals;

/** Keeps the record of integrity, and suspends those whom the notice suspends. */
public final class Violations {
    private static final String CLAUSE = "五（七）";
    private static final int MAX_TEXT = 2000;
    private static final int MAX_PERSONS = 20;
    private static final int MAX_EVIDENCE = 50;

    private final Clock clock;
    private final Ids ids;
    private final SuspensionTerms suspensions;
    private final ReviewBodies bodies;

    /**
     * @param clock tells when something is recorded
     * @param ids names violations
     * @param suspensions how long a suspension is
     * @param bodies the cities that see what concerns organisations of theirs
     */
    public Violations(Clock clock, Ids ids, SuspensionTerms suspensions, ReviewBodies bodies) {
        this.clock = clock;
        this.ids = ids;
        this.suspensions = suspensions;
        this.bodies = bodies;
    }

    /**
     * What the department found.
     *
     * @param organisation who violated
     * @param claim the claim that it is about, if one
     * @param year the year of the policy that says how long a suspension is
     * @param conduct what was done
     * @param severity how grave it is
     * @param description what happened
     * @param persons names of people to be recorded with the organisation
     * @param evidence names of documents
     * @param foundOn when it was found
     * @param suspend whether to suspend, where the notice leaves it to the department
     */
    public record Found(
            Id<Organisation> organisation,
            Optional<Id<VoucherClaim>> claim,
            int year,
            Conduct conduct,
            Severity severity,
            String description,
            List<String> persons,
            List<Id<?>> evidence,
            LocalDate foundOn,
            boolean suspend) {
        public Found {
            persons = List.copyOf(persons);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Records a violation; a suspension that follows begins today.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code violation.organisation}, {@code violation.claim},
     *     {@code violation.text}, {@code violation.persons}, {@code violation.evidence}, {@code money.future},
     *     {@code suspension.policy} or {@code policy.parameter}
     */
    public Violation record(Session session, Actor actor, Found found) {
        Access.requireRole(actor, Action.RECORD_VIOLATION);
        text("/description", found.description());
        TreasuryRefusals.notInFuture("/foundOn", found.foundOn(), clock);
        if (found.persons().size() > MAX_PERSONS) {
            throw IntegrityRefusals.TEXTS.invalid("/persons", "violation.persons", MAX_PERSONS);
        }
        found.persons().forEach(person -> TreasuryRefusals.shortText("/persons", person));
        if (found.evidence().size() > MAX_EVIDENCE) {
            throw IntegrityRefusals.TEXTS.invalid("/evidence", "violation.evidence", MAX_EVIDENCE);
        }
        Organisation organisation = session.registry()
                .find(found.organisation())
                .orElseThrow(() -> IntegrityRefusals.TEXTS.invalid(
                        "/organisation", "violation.organisation", found.organisation()));
        Area city = found.claim()
                .map(id -> session.claims()
                        .find(id)
                        .orElseThrow(() -> IntegrityRefusals.TEXTS.invalid("/claim", "violation.claim", id))
                        .city())
                .orElseGet(() -> reviewing(organisation.area()));
        Instant now = clock.instant();
        Optional<DateRange> suspension = found.conduct().suspends() || found.suspend()
                ? Optional.of(suspensions.from(ChinaTime.dateOf(now), found.year()))
                : Optional.empty();
        Violation violation = new Violation(
                ids.next(),
                organisation.id(),
                CapParty.of(organisation).value(),
                organisation.name(),
                city,
                found.claim(),
                found.conduct(),
                found.severity(),
                CLAUSE,
                found.description(),
                found.persons(),
                found.evidence(),
                found.foundOn(),
                suspension,
                actor.name(),
                now,
                Optional.empty());
        session.integrity().add(violation);
        session.exchange().notes().note(ChangeNotes.Kind.VIOLATION, violation.id());
        ViolationNotices.recorded(session, violation);
        return violation;
    }

    /**
     * Withdraws a record that was wrong: its suspension ends, and it stays on the record as withdrawn.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code access.none}, {@code violation.withdrawn} or
     *     {@code violation.text}
     */
    public Violation withdraw(Session session, Actor actor, Id<Violation> id, String reason) {
        Access.requireRole(actor, Action.RECORD_VIOLATION);
        text("/reason", reason);
        Violation violation = session.integrity().lock(id).orElseThrow(Access::none);
        if (violation.withdrawn().isPresent()) {
            throw IntegrityRefusals.TEXTS.refused(Kind.CONFLICT, "violation.withdrawn");
        }
        Violation.Withdrawal withdrawal = new Violation.Withdrawal(reason, actor.name(), clock.instant());
        Violation withdrawn = violation.withdrawn(withdrawal);
        session.integrity().update(withdrawn);
        session.exchange().notes().note(ChangeNotes.Kind.VIOLATION, withdrawn.id());
        ViolationNotices.withdrawn(session, withdrawn, withdrawal);
        return withdrawn;
    }

    /** A violation, for those whom it concerns. */
    public Violation find(Session session, Actor actor, Id<Violation> id) {
        Access.requireRole(actor, Action.READ_VIOLATIONS);
        Violation violation = session.integrity().find(id).orElseThrow(Access::none);
        Access.require(
                actor,
                Action.READ_VIOLATIONS,
                new Subject(Set.of(violation.organisation()), Optional.of(violation.city()), Set.of()));
        return shown(actor, violation);
    }

    /** The violations that an actor may see, latest first. */
    public Page<Violation> list(Session session, Actor actor, Page.Request request) {
        Access.requireRole(actor, Action.READ_VIOLATIONS);
        Reach reach = Access.reach(actor, Action.READ_VIOLATIONS);
        return session.integrity()
                .list(
                        reach == Reach.OWN ? actor.organisation() : Optional.empty(),
                        reach == Reach.CITY ? actor.city() : Optional.empty(),
                        request)
                .map(violation -> shown(actor, violation));
    }

    /** The city that sees the record of an organisation of an area; an area outside of all cities sees its own. */
    private Area reviewing(Area registered) {
        Area city = new Area(registered.code().substring(0, 4) + "00");
        return !bodies.areas().contains(registered) && bodies.areas().contains(city) ? city : registered;
    }

    private static Violation shown(Actor actor, Violation violation) {
        return Access.masks(actor, Action.READ_VIOLATIONS) ? violation.masked() : violation;
    }

    private static void text(String field, String text) {
        if (text.isBlank() || text.length() > MAX_TEXT || text.indexOf(0) >= 0) {
            throw IntegrityRefusals.TEXTS.invalid(field, "violation.text", MAX_TEXT);
        }
    }
}
