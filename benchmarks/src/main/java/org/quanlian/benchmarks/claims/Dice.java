package org.quanlian.benchmarks.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;

/** Dice that fall the same way for the same seed, and as often on the good side as they are told to. */
final class Dice {
    private static final int YEARLY_CAP_YUAN = 500_000;

    private final Random random;
    private double goodness = 1;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** From now on the good side comes up with this chance. */
    void favour(double chance) {
        goodness = chance;
    }

    /** The good side. */
    boolean good() {
        return random.nextDouble() < goodness;
    }

    /** Something that happens so many times in a hundred, however good the dice. */
    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The good value; else another one, or none at all. */
    <T> Fact<T> fact(T goodValue, List<T> others) {
        if (good()) {
            return Fact.of(goodValue);
        }
        return percent(40) ? Fact.missing() : Fact.of(any(others));
    }

    /** The good answer to a question of yes or no; else the other one, or none. */
    Fact<Boolean> answer(boolean goodAnswer) {
        return fact(goodAnswer, List.of(!goodAnswer));
    }

    /** A value that is often absent and changes no rule. */
    <T> Optional<T> perhaps(T value) {
        return percent(80) ? Optional.of(value) : Optional.empty();
    }

    /** All of a kind of papers; else some of them. */
    <E extends Enum<E>> Set<E> papers(Class<E> type) {
        List<E> there = new ArrayList<>();
        for (E paper : type.getEnumConstants()) {
            if (good()) {
                there.add(paper);
            }
        }
        return Set.copyOf(there);
    }

    /** A price in yuan and fen; now and then an odd fen, nothing, or more than any cap. */
    Money price() {
        return switch (between(0, 19)) {
            case 0 -> Money.ZERO;
            case 1 -> new Money(1);
            case 2 -> new Money(between(1, 999));
            case 3 -> Money.ofYuan(between(2 * YEARLY_CAP_YUAN, 5 * YEARLY_CAP_YUAN));
            case 4, 5, 6 -> Money.ofYuan(between(1, 300) * 1_000L);
            default -> new Money(between(100_00, 200_000_00));
        };
    }

    /** So many decimal digits. */
    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
