package org.quanlian.policy.engine.packs;

import java.util.List;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.parameters.ParameterException;
import org.quanlian.policy.api.parameters.Parameters;

/** A pack to be packed into a jar, whose parameter file lacks a key. */
public final class BrokenPack implements PolicyPack {
    private final PolicyPack pack;

    /** Refuses its parameter file. */
    public BrokenPack() {
        throw new ParameterException("policy.yaml", List.of("support.cap: missing"));
    }

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
