package org.quanlian.itests.swap;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.api.parameters.Parameters;

/** A pack of another province's year whose assessments end when a test lets them. */
final class SlowPack implements PolicyPack {
    static final Area PROVINCE = new Area("460000");
    static final int YEAR = 2025;

    private final PolicyPack rules;
    private final CountDownLatch begun;
    private final CountDownLatch mayFinish;

    SlowPack(PolicyPack rules, CountDownLatch begun, CountDownLatch mayFinish) {
        this.rules = rules;
        this.begun = begun;
        this.mayFinish = mayFinish;
    }

    @Override
    public PolicyDescriptor descriptor() {
        PolicyDescriptor model = rules.descriptor();
        return new PolicyDescriptor(
                new PolicyKey(PROVINCE, YEAR, new Version(1, 0, 0)),
                model.status(),
                model.title(),
                model.documents(),
                model.windows());
    }

    @Override
    public Parameters parameters() {
        return rules.parameters();
    }

    @Override
    public List<RuleDescription> rules() {
        return rules.rules();
    }

    @Override
    public Decision assess(Claim claim, Circumstances circumstances) {
        begun.countDown();
        try {
            mayFinish.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return rules.assess(claim, circumstances);
    }
}
