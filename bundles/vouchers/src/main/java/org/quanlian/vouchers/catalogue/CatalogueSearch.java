package org.quanlian.vouchers.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** Finds approved providers and what they offer; for everybody. */
public final class CatalogueSearch {
    /** The most characters of a question. */
    public static final int MAX_QUESTION = 100;

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(CatalogueSearch.class);

    /**
     * What matches a question.
     *
     * @param question words, Chinese or not; blank for everything
     * @throws RefusedException {@code search.length}
     */
    public Page<Catalogue.Entry> search(Session session, String question, Catalogue.Filter filter, Page.Request page) {
        if (question.length() > MAX_QUESTION) {
            throw TEXTS.invalid("/q", "search.length", MAX_QUESTION);
        }
        Set<String> terms = CatalogueTerms.ofQuestion(question);
        if (terms.isEmpty() && !question.isBlank()) {
            // Only punctuation: that is no question, and everything would be no answer to it.
            return new Page<>(List.of(), Optional.empty());
        }
        return session.registry().catalogue().search(terms, filter, page);
    }

    /**
     * A service with its provider, as the public sees it.
     *
     * @throws RefusedException {@code service.none} when it is not there, or not offered by an approved provider
     */
    public Catalogue.Entry get(Session session, Id<ServiceItem> id) {
        ServiceItem item = session.registry()
                .catalogue()
                .find(id)
                .filter(found -> found.state() == ServiceItem.State.OFFERED)
                .orElseThrow(ServiceOffers::notFound);
        Organisation provider = session.registry()
                .find(item.provider())
                .filter(found -> found.state() == Organisation.State.APPROVED)
                .orElseThrow(ServiceOffers::notFound);
        return new Catalogue.Entry(provider, Optional.of(item));
    }
}
