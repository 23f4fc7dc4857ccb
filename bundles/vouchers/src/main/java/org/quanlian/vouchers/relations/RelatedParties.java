package org.quanlian.vouchers.relations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds whether two parties belong to or control each other (关联关系, notice 一（四）), over any number of steps: one
 * controls the other, in either direction, or the same third party controls both.
 *
 * <p>Who controls others holds with them: a party controls a firm when it and those whom it controls together hold the
 * threshold of it, or when one of them has a controlling tie to it. Cycles are no matter: control only ever grows.
 */
public final class RelatedParties {
    private final ControlRules rules;

    public RelatedParties(ControlRules rules) {
        this.rules = rules;
    }

    /**
     * How two parties are related.
     *
     * @param first one party, by its key
     * @param second the other
     * @param holdersOf the ties that lead to some parties
     */
    public Answer between(
            String first, String second, Function<Collection<String>, ? extends List<Relation>> holdersOf) {
        Graph graph = ancestry(List.of(first, second), holdersOf);
        Set<String> candidates = new LinkedHashSet<>(List.of(first, second));
        graph.common(first, second).stream().filter(rules::relates).forEach(candidates::add);
        for (String candidate : candidates) {
            Set<String> sought = new HashSet<>(List.of(first, second));
            sought.remove(candidate);
            Map<String, List<Relation>> reasons = graph.controlledBy(candidate, sought);
            boolean hasFirst = candidate.equals(first) || reasons.containsKey(first);
            boolean hasSecond = candidate.equals(second) || reasons.containsKey(second);
            if (hasFirst && hasSecond) {
                Set<Relation> path = new LinkedHashSet<>(pathTo(first, candidate, reasons));
                path.addAll(pathTo(second, candidate, reasons));
                return new Answer(true, List.copyOf(path));
            }
        }
        return new Answer(graph.whole, List.of());
    }

    /** All ties by which the two can be controlled: those that lead to them, and to those from whom they come, and so on. */
    private Graph ancestry(List<String> parties, Function<Collection<String>, ? extends List<Relation>> holdersOf) {
        Graph graph = new Graph();
        Set<String> seen = new HashSet<>(parties);
        List<String> level = parties;
        while (!level.isEmpty()) {
            List<String> next = new ArrayList<>();
            for (Relation tie : holdersOf.apply(level)) {
                if (graph.size == rules.maxTies()) {
                    graph.whole = false;
                    return graph;
                }
                graph.add(tie);
                if (seen.add(tie.holder().key())) {
                    next.add(tie.holder().key());
                }
            }
            level = next;
        }
        return graph;
    }

    /** The ties that lead from who controls to a party, in the order in which control grows. */
    private static List<Relation> pathTo(String party, String origin, Map<String, List<Relation>> reasons) {
        List<Relation> path = new ArrayList<>();
        collect(party, origin, reasons, new HashSet<>(), path);
        return path;
    }

    private static void collect(
            String party, String origin, Map<String, List<Relation>> reasons, Set<String> done, List<Relation> path) {
        Deque<String> waiting = new ArrayDeque<>(List.of(party));
        List<List<Relation>> backwards = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String at = waiting.poll();
            if (at.equals(origin) || !done.add(at)) {
                continue;
            }
            List<Relation> because = reasons.get(at);
            backwards.add(because);
            because.forEach(tie -> waiting.add(tie.holder().key()));
        }
        for (int i = backwards.size() - 1; i >= 0; i--) {
            path.addAll(backwards.get(i));
        }
    }

    /**
     * What was found.
     *
     * @param certain whether it is certain; it is not when nothing was found among as many ties as may be looked at, and
     *     there are more
     * @param path the ties that are the reason; empty when the two are not related
     */
    public record Answer(boolean certain, List<Relation> path) {
        public Answer {
            path = List.copyOf(path);
        }

        /** Whether they are related; empty when that is not certain. */
        public Optional<Boolean> related() {
            return certain ? Optional.of(!path.isEmpty()) : Optional.empty();
        }
    }

    /** The ties that were looked at, by who holds. */
    private final class Graph {
        private final Map<String, List<Relation>> byHolder = new HashMap<>();
        private final Map<String, List<Relation>> byHeld = new HashMap<>();
        private int size;
        private boolean whole = true;

        void add(Relation tie) {
            byHolder.computeIfAbsent(tie.holder().key(), key -> new ArrayList<>())
                    .add(tie);
            byHeld.computeIfAbsent(tie.held().key(), key -> new ArrayList<>()).add(tie);
            size++;
        }

        /** Those from whom ties lead to both, the nearest first. */
        Set<String> common(String first, String second) {
            Set<String> common = above(first);
            common.retainAll(above(second));
            return common;
        }

        private Set<String> above(String party) {
            Set<String> above = new LinkedHashSet<>();
            Deque<String> waiting = new ArrayDeque<>(List.of(party));
            while (!waiting.isEmpty()) {
                for (Relation tie : byHeld.getOrDefault(waiting.poll(), List.of())) {
                    if (above.add(tie.holder().key())) {
                        waiting.add(tie.holder().key());
                    }
                }
            }
            return above;
        }

        /** Whom a party controls, the ties that are the reason with each; it stops when all that are sought are found. */
        Map<String, List<Relation>> controlledBy(String origin, Set<String> sought) {
            Map<String, List<Relation>> reasons = new LinkedHashMap<>();
            Map<String, Map<String, Relation>> held = new HashMap<>();
            Deque<String> waiting = new ArrayDeque<>(List.of(origin));
            while (!waiting.isEmpty() && !reasons.keySet().containsAll(sought)) {
                for (Relation tie : byHolder.getOrDefault(waiting.poll(), List.of())) {
                    String target = tie.held().key();
                    if (target.equals(origin) || reasons.containsKey(target)) {
                        continue;
                    }
                    List<Relation> because = because(tie, held.computeIfAbsent(target, key -> new LinkedHashMap<>()));
                    if (!because.isEmpty()) {
                        reasons.put(target, because);
                        waiting.add(target);
                    }
                }
            }
            return reasons;
        }

        /** The ties by which a party is controlled once this one is added; none when they do not suffice. */
        private List<Relation> because(Relation tie, Map<String, Relation> held) {
            if (rules.controls(tie)) {
                return List.of(tie);
            }
            if (tie.share().isEmpty()) {
                return List.of();
            }
            // The same holding told by two sources is one holding: the bigger one counts.
            held.merge(
                    tie.holder().key(),
                    tie,
                    (a, b) -> a.share().get().compareTo(b.share().get()) >= 0 ? a : b);
            long together = held.values().stream()
                    .mapToLong(each -> each.share().get().millionths())
                    .sum();
            return together >= rules.threshold().millionths() ? List.copyOf(held.values()) : List.of();
        }
    }
}
