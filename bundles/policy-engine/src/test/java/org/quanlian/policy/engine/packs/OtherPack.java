package org.quanlian.policy.engine.packs;

import java.util.List;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.parameters.Parameters;
import org.quanlian.policy.engine.FakePack;

/** Another pack to be packed into the same jar. */
public final class OtherPack implements PolicyPack {
    private final PolicyPack pack = FakePack.inForce("2.0.0");

    @Override
    public PolicyDescriptor descriptor() {
        return pack.descriptor();
    }

    @Override
    public Parameters parameters() {
        return pack.parameters();
    }

    @Override
    public List<RuleDescription> rules() {
        return pack.rules();
    }

    @Override
    public Decision assess(Claim claim, Circumstances circumstances) {
        return pack.assess(claim, circumstances);
    }
}
