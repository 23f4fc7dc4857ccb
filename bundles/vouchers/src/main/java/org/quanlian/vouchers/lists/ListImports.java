package org.quanlian.vouchers.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;

/** Imports lists, whole or not at all, and tells what was imported. */
public final class ListImports {
    private static final RefusedException.Texts TEXTS = ListReader.TEXTS;

    private final Clock clock;
    private final Ids ids;

    public ListImports(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Imports a list. The same file for the same date again is the import that there is.
     *
     * @param series which of the lists of that kind it continues; empty for the only one
     * @param asOf the date from which on it is true; not in the future
     * @param digest SHA-256 of the file, in hexadecimal
     * @param reading what came of reading the file
     * @throws RefusedException {@code list.bad}, {@code list.future}, {@code list.series}
     */
    public ListImport add(
            Session session,
            Actor actor,
            ListKind kind,
            String series,
            LocalDate asOf,
            String digest,
            ListReading reading) {
        Access.requireRole(actor, Action.IMPORT_LISTS);
        Instant now = now();
        if (asOf.isAfter(ChinaTime.dateOf(now))) {
            throw TEXTS.invalid("/asOf", "list.future", asOf);
        }
        if (!series.isEmpty()) {
            if (!kind.hasSeries()) {
                throw TEXTS.invalid("/series", "list.series", kind);
            }
            ShortText.require(series);
        }
        if (!reading.isGood()) {
            throw TEXTS.refused(Kind.INVALID, "list.bad", reading.bad());
        }
        Optional<ListImport> before = session.registry().lists().find(kind, series, asOf, digest);
        if (before.isPresent()) {
            return before.get();
        }
        ListContent content = reading.content();
        ListImport list = new ListImport(ids.next(), kind, series, asOf, digest, content.size(), actor.account(), now);
        session.registry().lists().add(list, content);
        return list;
    }

    /** Refuses whoever may not import lists, before their file is read. */
    public void requireImporter(Actor actor) {
        Access.requireRole(actor, Action.IMPORT_LISTS);
    }

    /** Refuses whoever may not see lists. */
    public void requireReader(Actor actor) {
        Access.requireRole(actor, Action.READ_LISTS);
    }

    /** The lists of a kind that were imported, the last first. */
    public Page<ListImport> list(Session session, Actor actor, ListKind kind, Page.Request page) {
        Access.requireRole(actor, Action.READ_LISTS);
        return session.registry().lists().list(kind, page);
    }

    /**
     * One import.
     *
     * @throws RefusedException {@code list.none}
     */
    public ListImport get(Session session, Actor actor, Id<ListImport> id) {
        Access.requireRole(actor, Action.READ_LISTS);
        return session.registry().lists().find(id).orElseThrow(() -> TEXTS.refused(Kind.NOT_FOUND, "list.none"));
    }

    /** What is said to whoever imports the same file twice at once. */
    public static RefusedException importedMeanwhile() {
        return TEXTS.refused(Kind.CONFLICT, "list.meanwhile");
    }

    /** Now, as fine as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
