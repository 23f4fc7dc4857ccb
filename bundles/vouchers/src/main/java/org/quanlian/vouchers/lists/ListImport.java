package org.quanlian.vouchers.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;

/**
 * A list as it was imported (名单导入): the truth of its kind and series from its date on, until a newer one's.
 *
 * @param id its name
 * @param kind what it is about
 * @param series which of the lists of that kind it continues; empty for the only one
 * @param asOf the date from which on it is true
 * @param digest SHA-256 of the file, in hexadecimal
 * @param lines how many lines it has
 * @param by who imported it
 * @param at when
 */
public record ListImport(
        Id<ListImport> id,
        ListKind kind,
        String series,
        LocalDate asOf,
        String digest,
        int lines,
        Id<Account> by,
        Instant at) {
    public ListImport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
