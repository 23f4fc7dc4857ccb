package org.quanlian.vouchers.documents;

import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.registry.Organisation;

/** Which documents there are, and who looked at what is personal, as it is kept. */
public interface DocumentIndex {
    /** A document, if there is one of that name. */
    Optional<StoredDocument> find(Id<StoredDocument> id);

    /** Keeps a new document. */
    void add(StoredDocument document);

    /** The documents of an organisation, newest first; the key of a page is the name of its last document. */
    Page<StoredDocument> ownedBy(Id<Organisation> owner, Page.Request page);

    /** How many bytes the documents of an organisation have together. */
    long bytesOf(Id<Organisation> owner);

    /** Whether a document stands on a content. */
    boolean standsOn(String address);

    /** Writes down a look at something personal. */
    void record(PersonalView view);

    /**
     * Looks at something personal, newest first; the key of a page is the name of its last look.
     *
     * @param thing at that alone, if it is told
     */
    Page<PersonalView> views(Optional<String> thing, Page.Request page);
}
