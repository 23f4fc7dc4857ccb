package org.quanlian.policy.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Applicant;
import org.quanlian.model.Claim;
import org.quanlian.model.Contract;
import org.quanlian.model.Fact;
import org.quanlian.model.Party;
import org.quanlian.model.Provider;
import org.quanlian.model.Service;

/** Claims that tell as little as a claim can, for tests that ask about something else than the facts. */
public final class ExampleClaims {
    private ExampleClaims() {}

    /** A claim of one service about which nothing is told, filed at an instant. */
    public static Claim about(Instant asOf) {
        Applicant unknown = new Applicant(
                new Party.Team(Optional.empty(), Fact.missing()),
                Optional.empty(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing());
        Service untold = new Service(
                "s1",
                Fact.missing(),
                Fact.missing(),
                Provider.UNKNOWN,
                Contract.UNKNOWN,
                Fact.missing(),
                Fact.missing(),
                Set.of());
        return new Claim(asOf, unknown, Fact.missing(), Set.of(), List.of(untold));
    }
}
