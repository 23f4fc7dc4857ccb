package org.quanlian.agreements.hainanshanxi;

import java.time.LocalDate;
import org.quanlian.model.Area;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.parameters.DatedTerms;
import org.quanlian.policy.api.parameters.ParameterFile;
import org.quanlian.policy.api.parameters.Parameters;
import org.quanlian.policy.api.parameters.ValueTypes;

/**
 * The agreement on innovation vouchers between Hainan and Shanxi (科技创新券合作协议): it admits providers registered in
 * Hainan to the vouchers of Shanxi. Source: notice 晋科函〔2025〕11号, 五（五）.
 */
public final class HainanShanxi implements Agreement {
    private final AgreementDescriptor descriptor;
    private final Parameters parameters;
    private final DatedTerms<Area> admitted;

    /** The agreement as its parameter file makes it; refuses a file that is not complete and exact. */
    public HainanShanxi() {
        ParameterFile file = ParameterFile.ofAgreement(HainanShanxi.class, "agreement.yaml");
        this.parameters = file.parameters();
        this.admitted = file.bind(reader -> reader.read("providers.area", ValueTypes.AREA));
        this.descriptor = new AgreementDescriptor(
                file.agreementId(),
                file.version(),
                file.area("host"),
                file.area("partner"),
                file.title(),
                parameters.status(),
                file.documents());
    }

    @Override
    public AgreementDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public boolean admits(Area providerArea, LocalDate day) {
        return !day.isBefore(admitted.firstDay())
                && providerArea.isIn(admitted.on(day).values());
    }
}
