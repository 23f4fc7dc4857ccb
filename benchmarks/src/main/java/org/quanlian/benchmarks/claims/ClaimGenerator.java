package org.quanlian.benchmarks.claims;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quanlian.model.Applicant;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Service;

/** Makes claims of all kinds, the same ones for the same seed. */
public final class ClaimGenerator {
    private final Mix mix;
    private final Dice dice;
    private final ApplicantGenerator applicants;

    /** Which claims are made. */
    public enum Mix {
        /** From faultless to hopeless: every rule finds all that it can find. */
        VARIED,
        /** As offices see them: most facts are there and right. */
        USUAL
    }

    /** A generator at its beginning. */
    public ClaimGenerator(long seed, Mix mix) {
        this.mix = mix;
        this.dice = new Dice(seed);
        this.applicants = new ApplicantGenerator(dice);
    }

    /** The first so many claims of a seed. */
    public static List<Claim> claims(long seed, Mix mix, int count) {
        ClaimGenerator generator = new ClaimGenerator(seed, mix);
        List<Claim> claims = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            claims.add(generator.next());
        }
        return List.copyOf(claims);
    }

    /** The next claim. */
    public Claim next() {
        dice.favour(mix == Mix.USUAL ? 0.995 : dice.any(0.5, 0.8, 0.9, 0.97, 0.99, 1.0));
        Instant filed = Days.filing(dice);
        Applicant applicant = applicants.next(ChinaTime.dateOf(filed));
        return new Claim(filed, applicant, grantedThisYear(), dice.papers(ClaimMaterial.class), services());
    }

    private Fact<Money> grantedThisYear() {
        if (!dice.good()) {
            return Fact.missing();
        }
        if (dice.percent(70)) {
            return Fact.of(Money.ZERO);
        }
        Money cap = Money.ofYuan(dice.any(500_000, 1_000_000));
        return Fact.of(
                dice.any(cap, cap.minus(new Money(1)), cap.plus(new Money(1)), new Money(dice.between(1, 490_000_00))));
    }

    private List<Service> services() {
        ServiceGenerator generator = new ServiceGenerator(dice);
        int count = dice.any(1, 1, 1, 1, 2, 2, 2, 3, 3, dice.between(4, 8));
        List<Service> services = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            services.add(generator.next("s" + i));
        }
        return services;
    }
}
