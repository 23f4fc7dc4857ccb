package org.quanlian.vouchers.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;

/** The lists that were imported, as they are kept; none is ever changed or deleted. */
public interface Lists {
    /** A list with that file and date, if it was imported before. */
    Optional<ListImport> find(ListKind kind, String series, LocalDate asOf, String digest);

    /** A list, if there is one of that name. */
    Optional<ListImport> find(Id<ListImport> id);

    /** Keeps a list whole. */
    void add(ListImport list, ListContent content);

    /** The lists of a kind, the last imported first. */
    Page<ListImport> list(ListKind kind, Page.Request page);

    /** The lists of a kind that are true on a day: of each series the one with the latest date by then. */
    List<ListImport> inForce(ListKind kind, LocalDate day);

    /** What the lists of a kind that are true on a day say of an organisation, the entries that hold that day. */
    List<ListContent.Entry> entries(ListKind kind, UnifiedSocialCreditCode uscc, LocalDate day);
}
