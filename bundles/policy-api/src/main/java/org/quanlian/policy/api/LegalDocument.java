package org.quanlian.policy.api;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A document on which a policy stands (政策依据).
 *
 * @param number its official number (文号), for example {@code 晋科函〔2025〕11号}; its title where it has none
 * @param title its title
 * @param issuer who issued it (发文单位)
 * @param issuedOn day of issue, when known
 */
public record LegalDocument(String number, String title, String issuer, Optional<LocalDate> issuedOn) {
    public LegalDocument {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(issuedOn, "issuedOn");
    }
}
