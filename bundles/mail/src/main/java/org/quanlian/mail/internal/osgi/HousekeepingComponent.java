package org.quanlian.mail.internal.osgi;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.Housekeeping;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.MoneyUseCases;
import org.quanlian.vouchers.Store;

/** Keeps house in the background while the database is there: public notices that end, runs that were broken off. */
@Component(
        service = {},
        immediate = true)
public final class HousekeepingComponent {
    /** Packs may come up after us. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    /** A notice ends at midnight, and nobody waits for it by the second. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Rounds rounds;

    /**
     * @param store where the voucher year is kept
     * @param clock tells the node's time
     * @param policies the versions to which claims are pinned
     */
    @Activate
    public HousekeepingComponent(@Reference Store store, @Reference Clock clock, @Reference PolicyRegistry policies) {
        MoneyUseCases money = MoneyUseCases.on(clock, new Ids(clock, new SecureRandom()), policies);
        Housekeeping housekeeping = new Housekeeping(store, clock, money);
        rounds = new Rounds(
                "quanlian-housekeeping",
                HousekeepingComponent.class.getClassLoader(),
                FIRST,
                PAUSE,
                housekeeping::round);
    }

    @Deactivate
    void close() {
        rounds.close();
    }
}
