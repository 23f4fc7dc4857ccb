package org.quanlian.vouchers.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.Lists;

/** Proposes what the imported lists know already, so that nobody types it again (预填). */
public final class Prefills {
    private final Clock clock;

    public Prefills(Clock clock) {
        this.clock = clock;
    }

    /**
     * What the lists know of an applicant.
     *
     * @param names the names under which it stands on lists
     * @param qualifications what it declared and what the lists have, today
     */
    public record Prefill(Set<String> names, List<QualificationCheck> qualifications) {
        public Prefill {
            qualifications = List.copyOf(qualifications);
        }
    }

    /** What the lists know of the actor's own organisation. */
    public Prefill own(Session session, Actor actor) {
        Access.requireRole(actor, Action.READ_ORGANISATION);
        return of(session, actor, actor.organisation().orElseThrow(RegistryRefusals::notFound));
    }

    /** What the lists know of an organisation. */
    public Prefill of(Session session, Actor actor, Id<Organisation> id) {
        Access.requireRole(actor, Action.READ_ORGANISATION);
        Registration found = session.registry().registration(id).orElseThrow(RegistryRefusals::notFound);
        Access.require(actor, Action.READ_ORGANISATION, found.subject());
        LocalDate today = ChinaTime.dateOf(clock.instant());
        Lists lists = session.registry().lists();
        Set<String> names = new TreeSet<>();
        found.organisation().uscc().ifPresent(code -> names.addAll(names(lists, code, today)));
        return new Prefill(
                names,
                QualificationCheck.of(
                        lists, found.organisation().uscc(), found.figures().qualifications(), today));
    }

    private static List<String> names(Lists lists, UnifiedSocialCreditCode uscc, LocalDate today) {
        return Stream.of(ListKind.values())
                .filter(kind -> kind.qualification().isPresent())
                .flatMap(kind -> lists.entries(kind, uscc, today).stream())
                .map(entry -> entry.name())
                .toList();
    }
}
