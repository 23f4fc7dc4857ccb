package org.quanlian.benchmarks.peers.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.quanlian.benchmarks.peers.NoticeTerms;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.parameters.EffectiveValue;

/**
 * Shanxi 2025 in Drools: the rules in DRL, one for each thing that a rule of the notice can find, on facts that are
 * beans. Sums and the list of agreements are plain Java, which costs Drools less than accumulating them in rules.
 */
public final class DroolsShanxi2025 {
    private final PolicyPack pack;
    private final List<EffectiveValue> values;
    private final CompiledRules rules;
    private final Way way;
    private final Supplier<KieSession> sessions;
    private final List<FactHandle> handles = new ArrayList<>();

    /**
     * The same policy as a pack.
     *
     * @param pack its name and parameter values are repeated in every decision
     * @param rules the rules
     * @param way how they are asked
     */
    public DroolsShanxi2025(PolicyPack pack, CompiledRules rules, Way way) {
        this.pack = pack;
        this.values = pack.parameters().effectiveOn(NoticeTerms.FIRST_DAY);
        this.rules = rules;
        this.way = way;
        this.sessions = way.sessions(rules);
    }

    /** Decides a claim; not for two threads at once. */
    public Decision assess(Claim claim, Circumstances circumstances) {
        ClaimCase about = new ClaimCase(claim, circumstances);
        KieSession session = sessions.get();
        for (ServiceFacts service : about.services()) {
            handles.add(session.insert(service));
        }
        handles.add(session.insert(about.claim()));
        session.fireAllRules();
        handles.add(session.insert(about.settle()));
        session.fireAllRules();
        if (way.keepsSession()) {
            handles.forEach(session::delete);
        } else {
            session.dispose();
        }
        handles.clear();
        return about.decide(pack, values);
    }

    /** Decides many claims in one session, all facts before the first rule: for those who need no answer at once. */
    public List<Decision> assessAll(List<Claim> claims, Circumstances circumstances) {
        KieSession session = rules.session();
        List<ClaimCase> cases = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            ClaimCase about = new ClaimCase(claim, circumstances);
            about.services().forEach(session::insert);
            session.insert(about.claim());
            cases.add(about);
        }
        session.fireAllRules();
        cases.forEach(about -> session.insert(about.settle()));
        session.fireAllRules();
        session.dispose();
        return cases.stream().map(about -> about.decide(pack, values)).toList();
    }

    /** How many rules fire for a claim: as many as there are findings, when no two rules speak for one. */
    int firings(Claim claim, Circumstances circumstances) {
        ClaimCase about = new ClaimCase(claim, circumstances);
        KieSession session = rules.session();
        about.services().forEach(session::insert);
        session.insert(about.claim());
        int fired = session.fireAllRules();
        session.insert(about.settle());
        fired += session.fireAllRules();
        session.dispose();
        return fired;
    }
}
