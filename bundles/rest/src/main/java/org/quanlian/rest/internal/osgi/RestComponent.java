package org.quanlian.rest.internal.osgi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.rest.internal.RestNode;

/** Wires the node's HTTP side to the policy engine and to the servlet container. */
@Component(
        service = {},
        immediate = true)
public final class RestComponent {
    private final List<ReadinessCheck> parts = new CopyOnWriteArrayList<>();
    private final RestNode node;
    private final Whiteboard whiteboard;

    /**
     * Starts answering.
     *
     * @param context context of this bundle
     * @param registry knows the policies
     * @param assessments decides claims
     */
    @Activate
    public RestComponent(
            BundleContext context, @Reference PolicyRegistry registry, @Reference AssessmentService assessments) {
        node = new RestNode(registry, assessments, () -> parts);
        whiteboard = new Whiteboard(context, node.endpoints());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPart(ReadinessCheck part) {
        parts.add(part);
    }

    void removePart(ReadinessCheck part) {
        parts.remove(part);
    }

    @Deactivate
    void stop() {
        whiteboard.close();
        node.close();
    }
}
