package org.quanlian.vouchers.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;

/**
 * A public notice of whom and how much the department means to support (公示), 四（七）.
 *
 * @param id its name
 * @param year the year of the policy
 * @param title its title
 * @param postedOn the day on which it was posted
 * @param lastDay the last day of the period; a claim that was halted may have a later one
 * @param claims how many claims it has
 * @param total the sum of their amounts
 * @param by name of who posted it
 * @param at when it was posted
 */
public record PublicNotice(
        Id<PublicNotice> id,
        int year,
        String title,
        LocalDate postedOn,
        LocalDate lastDay,
        int claims,
        Money total,
        String by,
        Instant at) {
    public PublicNotice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(postedOn, "postedOn");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
