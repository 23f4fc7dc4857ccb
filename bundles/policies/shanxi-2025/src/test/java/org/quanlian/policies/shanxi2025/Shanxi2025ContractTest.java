package org.quanlian.policies.shanxi2025;

import java.util.List;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.PolicyPackContractTest;

class Shanxi2025ContractTest extends PolicyPackContractTest {
    @Override
    protected PolicyPack pack() {
        return new Shanxi2025();
    }

    @Override
    protected Circumstances circumstances() {
        return new Circumstances(List.of(new HainanShanxi()));
    }
}
