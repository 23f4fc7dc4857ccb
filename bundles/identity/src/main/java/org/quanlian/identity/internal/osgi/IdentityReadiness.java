package org.quanlian.identity.internal.osgi;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.quanlian.health.Readiness;
import org.quanlian.health.Readiness.State;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.api.MessageCatalog;

/**
 * Whether people can log in. It is there before identity is, so that a node never says that it is ready before its first
 * operator can log in.
 */
@Component(
        service = {ReadinessCheck.class, IdentityReadiness.class},
        immediate = true)
public final class IdentityReadiness implements ReadinessCheck {
    private final MessageCatalog texts = MessageCatalog.beside(IdentityReadiness.class);
    private volatile boolean open;

    /** Notes that the first operator is there, and that logins are answered. */
    void opened() {
        open = true;
    }

    /** Notes that nobody can log in any more. */
    void closed() {
        open = false;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Readiness check() {
        State state = open ? State.UP : State.DOWN;
        return new Readiness(state, texts.render("identity." + state.name(), List.of()));
    }
}
