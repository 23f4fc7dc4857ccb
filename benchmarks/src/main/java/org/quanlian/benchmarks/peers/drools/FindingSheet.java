package org.quanlian.benchmarks.peers.drools;

import java.util.List;
import org.quanlian.benchmarks.peers.PeerRule;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.LegalRef;

/** Where the rules about one subject record what they find, each in its place, in whatever order they fire. */
public abstract class FindingSheet {
    private final Finding[] findings;

    FindingSheet(int rules) {
        this.findings = new Finding[rules];
    }

    /** Records a pass with nothing particular to say. */
    public final void passed(PeerRule rule) {
        findings[rule.position()] = rule.passed();
    }

    /** Records a failure with nothing particular to say. */
    public final void failed(PeerRule rule) {
        findings[rule.position()] = rule.failed();
    }

    /** Records something missing, with nothing particular to say. */
    public final void missing(PeerRule rule) {
        findings[rule.position()] = rule.missing();
    }

    /** Records what was found, told by the text of a variant, with what that text mentions. */
    public final void found(PeerRule rule, FindingOutcome outcome, String variant, Object... arguments) {
        findings[rule.position()] = rule.found(outcome, variant, arguments);
    }

    /** Records what was found by a clause more exact than the rule's own. */
    public final void foundBy(
            LegalRef exactSource, PeerRule rule, FindingOutcome outcome, String variant, Object... arguments) {
        findings[rule.position()] = rule.found(outcome, variant, exactSource, arguments);
    }

    /** What every rule found; refused when one found nothing. */
    final List<Finding> findings() {
        return List.of(findings);
    }
}
