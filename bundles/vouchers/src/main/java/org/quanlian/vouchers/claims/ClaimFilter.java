package org.quanlian.vouchers.claims;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Which claims a list shows.
 *
 * @param of whose claims
 * @param year those of one policy year
 * @param state those that stand somewhere
 */
public record ClaimFilter(Whose of, Optional<Integer> year, Optional<ClaimState> state) {
    public ClaimFilter {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(state, "state");
        if (year.isEmpty() && (of instanceof OfCity || of instanceof Everybody)) {
            // Without the year no index serves the list, and it would slow down with every year that passes.
            throw new IllegalArgumentException("a list of an office is one of a year");
        }
    }

    /** Whose claims a list shows. */
    public sealed interface Whose {}

    /** Those for which an organisation applies. */
    public record OfApplicant(Id<Organisation> applicant) implements Whose {
        public OfApplicant {
            Objects.requireNonNull(applicant, "applicant");
        }
    }

    /** Those that a platform company files for its teams. */
    public record OfHost(Id<Organisation> host) implements Whose {
        public OfHost {
            Objects.requireNonNull(host, "host");
        }
    }

    /** Those that a city reviews. */
    public record OfCity(Area city) implements Whose {
        public OfCity {
            Objects.requireNonNull(city, "city");
        }
    }

    /** Those that are assigned to an expert now. */
    public record OfExpert(Id<Account> expert) implements Whose {
        public OfExpert {
            Objects.requireNonNull(expert, "expert");
        }
    }

    /** All of them. */
    public record Everybody() implements Whose {}
}
