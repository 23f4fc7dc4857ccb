package org.quanlian.exchange.internal.osgi;

import org.quanlian.exchange.internal.ExpiryWatch;
import org.quanlian.exchange.internal.Listening;
import org.quanlian.exchange.partner.PartnerTexts;
import org.quanlian.health.Readiness;
import org.quanlian.health.ReadinessCheck;

/** Whether partners are answered, and whether something ends soon; the voucher year goes on without either. */
final class ExchangeReadiness implements ReadinessCheck {
    private final Listening server;
    private final ExpiryWatch watch;

    ExchangeReadiness(Listening server, ExpiryWatch watch) {
        this.server = server;
        this.watch = watch;
    }

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public Readiness check() {
        if (!server.listens()) {
            return new Readiness(Readiness.State.WARNING, PartnerTexts.of("health.deaf"));
        }
        int warnings = watch.warnings();
        return warnings > 0
                ? new Readiness(Readiness.State.WARNING, PartnerTexts.of("health.ends", warnings))
                : new Readiness(Readiness.State.UP, PartnerTexts.of("health.up"));
    }
}
