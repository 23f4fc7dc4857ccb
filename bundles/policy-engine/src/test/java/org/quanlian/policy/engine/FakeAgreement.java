package org.quanlian.policy.engine;

import java.time.LocalDate;
import java.util.List;
import org.quanlian.model.Area;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.api.parameters.Parameters;

/** An agreement that admits everybody. */
public record FakeAgreement(AgreementDescriptor descriptor) implements Agreement {
    /** A version of an agreement with Hainan. */
    public static FakeAgreement of(String id, String version) {
        return new FakeAgreement(new AgreementDescriptor(
                id,
                Version.parse(version),
                FakePack.SHANXI,
                new Area("460000"),
                new LocalizedText("协议", "agreement"),
                Status.IN_FORCE,
                List.of()));
    }

    @Override
    public Parameters parameters() {
        return new Parameters(List.of());
    }

    @Override
    public boolean admits(Area providerArea, LocalDate day) {
        return true;
    }
}
