package org.quanlian.vouchers.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Fact;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;
import org.quanlian.vouchers.relations.ControlRules;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.RelatedParties;
import org.quanlian.vouchers.relations.Relation;

/** Whether an applicant and a provider belong to or control each other, with the reason (关联关系, 一（四）). */
final class Affiliation {
    private static final RefusedException.Texts TEXTS = RegistryRefusals.TEXTS;

    private final ControlRules rules;
    private final RelatedParties search;

    Affiliation(ControlRules rules) {
        this.rules = rules;
        this.search = new RelatedParties(rules);
    }

    /**
     * What was found.
     *
     * @param affiliated whether they are related; missing when that can't be known
     * @param steps the way from one to the other; empty when they are not
     */
    record Found(Fact<Boolean> affiliated, List<RelationStep> steps) {}

    /** Looks at the applicant itself, and at the host of a team, which files for it and is paid. */
    Found between(Session session, Registration applicant, Organisation provider, Instant asOf) {
        Found own = between(session, applicant.organisation(), provider, asOf);
        Optional<Organisation> host = applicant.host().flatMap(session.registry()::find);
        if (host.isEmpty() || !own.steps().isEmpty()) {
            return own;
        }
        Found byHost = between(session, host.get(), provider, asOf);
        if (byHost.steps().isEmpty()) {
            return own.affiliated().isKnown() ? byHost : own;
        }
        List<RelationStep> steps = new ArrayList<>();
        steps.add(step(host.get().name(), applicant.organisation().name(), "HOST", "step.host"));
        steps.addAll(byHost.steps());
        return new Found(Fact.of(true), List.copyOf(steps));
    }

    private Found between(Session session, Organisation one, Organisation other, Instant asOf) {
        if (one.uscc().isEmpty() || other.uscc().isEmpty()) {
            return new Found(Fact.of(false), List.of());
        }
        if (one.uscc().equals(other.uscc())) {
            return new Found(Fact.of(true), List.of(step(one.name(), other.name(), "SAME", "step.same")));
        }
        RelatedParties.Answer answer = search.between(
                Party.keyOf(one.uscc().get()),
                Party.keyOf(other.uscc().get()),
                keys -> session.registry().relations().holdersOf(keys, asOf, rules.maxTies() + 1));
        return new Found(
                answer.related().map(Fact::of).orElse(Fact.missing()),
                answer.path().stream().map(Affiliation::step).toList());
    }

    private static RelationStep step(Relation tie) {
        String from = tie.holder().masked().name();
        return tie.share()
                .map(share -> new RelationStep(
                        from,
                        tie.held().name(),
                        tie.kind() + " " + share.percent() + "%",
                        TEXTS.text("step.holding", share.percent())))
                .orElseGet(() -> step(from, tie.held().name(), tie.kind().name(), "step." + tie.kind()));
    }

    private static RelationStep step(String from, String to, String kind, String text) {
        return new RelationStep(from, to, kind, TEXTS.text(text));
    }
}
