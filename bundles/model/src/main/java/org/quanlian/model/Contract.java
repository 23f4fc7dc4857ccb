package org.quanlian.model;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The contract of a service (服务合同).
 *
 * @param number its number, if told
 * @param signedOn day of signature, if told
 * @param amount agreed price in yuan; when told it bounds what is supported
 */
public record Contract(Optional<String> number, Optional<LocalDate> signedOn, Optional<Money> amount) {
    /** A contract about which nothing is told. */
    public static final Contract UNKNOWN = new Contract(Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws InvalidValueException {@code money.negative} or {@code text.*} */
    public Contract {
        number.ifPresent(ShortText::require);
        Objects.requireNonNull(signedOn, "signedOn");
        amount.ifPresent(Amounts::requireNotNegative);
    }
}
