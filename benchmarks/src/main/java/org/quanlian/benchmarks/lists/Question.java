package org.quanlian.benchmarks.lists;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.model.Area;
import org.quanlian.model.ServiceCategory;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.catalogue.Catalogue;
import org.quanlian.vouchers.catalogue.CatalogueSearch;
import org.quanlian.vouchers.claims.ClaimReading;
import org.quanlian.vouchers.claims.ClaimState;

/**
 * What somebody asks of a year, by the use cases.
 *
 * @param name who asks for what
 * @param flat whether its time must not grow with the year
 * @param on asks a year, again and again
 */
record Question(String name, boolean flat, On on) {
    private static final int YEAR = 2025;
    private static final int LIMIT = 20;

    /** Asks a year: how many items the page has. */
    interface On {
        Supplier<Integer> of(FilledYear year);
    }

    /** All that are measured. */
    static List<Question> all() {
        return List.of(
                claims("department: the year", FilledYear.Names::department, false, Optional.empty()),
                claims("department: the year, from the middle", FilledYear.Names::department, true, Optional.empty()),
                claims(
                        "department: a rare state, from the middle",
                        FilledYear.Names::department,
                        true,
                        Optional.of(ClaimState.RETURNED)),
                claims(
                        "department: a common state, from the middle",
                        FilledYear.Names::department,
                        true,
                        Optional.of(ClaimState.PAID)),
                claims("city reviewer: its city", FilledYear.Names::reviewer, false, Optional.empty()),
                claims(
                        "city reviewer: a state, from the middle",
                        FilledYear.Names::reviewer,
                        true,
                        Optional.of(ClaimState.PAID)),
                claims("enterprise: its own", FilledYear.Names::firm, false, Optional.empty()),
                claims("expert: its assignments", FilledYear.Names::expert, false, Optional.empty()),
                search("search: a word that one service has", "Q3", Optional.empty()),
                search("search: words that some have", "煤矸石金相检验", Optional.empty()),
                search("search: one character", "钢", Optional.empty()),
                search("search: words, of a category", "拉伸试验", Optional.of(ServiceCategory.TESTING)));
    }

    private interface Who {
        String in(FilledYear.Names names);
    }

    private static Question claims(String name, Who who, boolean fromMiddle, Optional<ClaimState> state) {
        return new Question(name, true, year -> {
            ClaimReading reading = year.year().useCases().claims().reading();
            Store store = year.store();
            Actor actor = year.year().actor(who.in(year.names()));
            Page.Request page =
                    new Page.Request(fromMiddle ? Optional.of(year.names().claim()) : Optional.empty(), LIMIT);
            return () -> store.<Integer>read(
                    session -> reading.list(session, actor, Optional.of(YEAR), state, Optional.<Area>empty(), page)
                            .items()
                            .size());
        });
    }

    private static Question search(String name, String question, Optional<ServiceCategory> category) {
        return new Question(name, false, year -> {
            CatalogueSearch search = new CatalogueSearch();
            Store store = year.store();
            Catalogue.Filter filter = new Catalogue.Filter(category, Optional.of(new Area("140000")));
            Page.Request page = new Page.Request(Optional.empty(), LIMIT);
            return () -> store.<Integer>read((Session session) ->
                    search.search(session, question, filter, page).items().size());
        });
    }
}
