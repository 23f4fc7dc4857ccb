package org.quanlian.store.internal.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.catalogue.Catalogue.Filter;
import org.quanlian.vouchers.catalogue.CatalogueTerms;

/** One page of what is found in the index, as a question to the database. */
final class CatalogueQuery {
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,3})-([0-7][0-9A-HJKMNP-TV-Z]{25})");

    private final Page.Request page;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    CatalogueQuery(Set<String> terms, Filter filter, Page.Request page) {
        this.page = page;
        if (terms.isEmpty()) {
            everything(filter);
        } else {
            matching(terms, filter);
        }
        text.append(" FETCH FIRST ? ROWS ONLY");
        parameters.add(page.toRead());
    }

    /** Something that was found, with how many terms match; none when nothing was asked. */
    record Hit(String entry, int matched) {
        String cursor() {
            return matched + "-" + entry;
        }

        static Hit of(String cursor) {
            Matcher parts = CURSOR.matcher(cursor);
            if (!parts.matches()) {
                throw new InvalidValueException("cursor.format", "no list here was cut at such a place");
            }
            return new Hit(parts.group(2), Integer.parseInt(parts.group(1)));
        }
    }

    Page<Hit> read(Sql sql) {
        List<Hit> found = sql.query(text.toString(), parameters.toArray())
                .list(row -> new Hit(row.string("entry"), row.integer("matched")));
        return Page.of(found, page, Hit::cursor);
    }

    private void everything(Filter filter) {
        text.append("SELECT e.entry, 0 AS matched FROM catalogue_entries e WHERE e.entry < ?");
        parameters.add(page.after().map(after -> Hit.of(after).entry()).orElse("8"));
        narrow("e", filter);
        text.append(" ORDER BY e.entry DESC");
    }

    private void matching(Set<String> terms, Filter filter) {
        text.append("SELECT t.entry, COUNT(*) AS matched FROM ");
        if (terms.stream().noneMatch(CatalogueTerms::isPrefix)) {
            text.append("catalogue_terms t WHERE ");
            among(terms, "t");
            narrow("t", filter);
        } else {
            text.append("(");
            postings(terms, filter);
            text.append(") t");
        }
        text.append(" GROUP BY t.entry");
        page.after().map(Hit::of).ifPresent(after -> {
            text.append(" HAVING COUNT(*) < ? OR (COUNT(*) = ? AND t.entry < ?)");
            parameters.addAll(List.of(after.matched(), after.matched(), after.entry()));
        });
        text.append(" ORDER BY matched DESC, t.entry DESC");
    }

    /** What stands under the terms: one row a term and entry, also when a term means all that begin with it. */
    private void postings(Set<String> terms, Filter filter) {
        Set<String> whole = new LinkedHashSet<>(terms);
        whole.removeIf(CatalogueTerms::isPrefix);
        String union = "";
        if (!whole.isEmpty()) {
            text.append("SELECT p.entry FROM catalogue_terms p WHERE ");
            among(whole, "p");
            narrow("p", filter);
            union = " UNION ALL ";
        }
        for (String term : terms) {
            if (CatalogueTerms.isPrefix(term)) {
                // A term of a single Chinese character has nothing that LIKE takes for a wildcard.
                text.append(union).append("SELECT DISTINCT p.entry FROM catalogue_terms p WHERE p.term LIKE ?");
                parameters.add(term + "%");
                narrow("p", filter);
                union = " UNION ALL ";
            }
        }
    }

    private void among(Set<String> terms, String table) {
        text.append(table)
                .append(".term IN (")
                .append(String.join(", ", Collections.nCopies(terms.size(), "?")))
                .append(")");
        parameters.addAll(terms);
    }

    private void narrow(String table, Filter filter) {
        filter.category().ifPresent(category -> {
            text.append(" AND ").append(table).append(".category = ?");
            parameters.add(category);
        });
        filter.area().ifPresent(area -> {
            text.append(" AND ").append(table).append(".area BETWEEN ? AND ?");
            parameters.add(prefix(area) + "0".repeat(6 - prefix(area).length()));
            parameters.add(prefix(area) + "9".repeat(6 - prefix(area).length()));
        });
    }

    /** The digits that all codes in an area have: two of a province, four of a city, six of a county. */
    private static String prefix(Area area) {
        if (area.isProvince()) {
            return area.code().substring(0, 2);
        }
        return area.code().endsWith("00") ? area.code().substring(0, 4) : area.code();
    }
}
