package org.quanlian.policy.engine.internal.osgi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.policy.engine.internal.AgreementTable;
import org.quanlian.policy.engine.internal.LeasedAssessments;
import org.quanlian.policy.engine.internal.PolicyTable;

/** Wires the tables of packs and agreements to the services that come and go. */
@Component(
        service = {PolicyRegistry.class, AssessmentService.class},
        immediate = true)
public final class PolicyEngine implements PolicyRegistry, AssessmentService {
    /** How long a claim waits when its policy is being swapped by an update of the very same bundle. */
    private static final Duration SWAP_GRACE = Duration.ofSeconds(3);

    /** How long a pack's bundle waits, when it stops, for the assessments that use it. */
    private static final Duration WITHDRAWAL_BOUND = Duration.ofSeconds(10);

    private final PolicyTable policies = new PolicyTable(SWAP_GRACE);
    private final AgreementTable agreements = new AgreementTable();
    private final AssessmentService assessments = new LeasedAssessments(policies, agreements);
    private final BundleContext context;

    /** @param context context of this bundle */
    @Activate
    public PolicyEngine(BundleContext context) {
        this.context = context;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPack(ServiceReference<PolicyPack> reference, PolicyPack pack) {
        policies.add(
                idOf(reference),
                pack,
                PackBundles.digest(reference.getBundle()),
                PackBundles.name(reference.getBundle()));
    }

    void removePack(ServiceReference<PolicyPack> reference) {
        try {
            policies.remove(idOf(reference), WITHDRAWAL_BOUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAgreement(ServiceReference<Agreement> reference, Agreement agreement) {
        agreements.add(idOf(reference), agreement);
    }

    void removeAgreement(ServiceReference<Agreement> reference) {
        agreements.remove(idOf(reference));
    }

    @Override
    public List<PolicyVersion> versions() {
        return policies.versions();
    }

    @Override
    public boolean await(PolicyKey key, boolean present, Duration bound) throws InterruptedException {
        return policies.await(key, present, bound);
    }

    @Override
    public List<AgreementDescriptor> agreements() {
        return agreements.descriptors();
    }

    @Override
    public List<RefusedPack> refused() {
        List<RefusedPack> refused = new ArrayList<>(policies.refused());
        refused.addAll(PackBundles.notRunning(context));
        return List.copyOf(refused);
    }

    @Override
    public Decision assess(Area province, int year, Claim claim) {
        return assessments.assess(province, year, claim);
    }

    @Override
    public Decision assess(PolicyKey pinned, Claim claim) {
        return assessments.assess(pinned, claim);
    }

    private static long idOf(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }
}
