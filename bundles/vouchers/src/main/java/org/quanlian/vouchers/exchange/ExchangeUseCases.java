package org.quanlian.vouchers.exchange;

import org.quanlian.vouchers.Platform;

/**
 * The use cases of the exchange with other provinces, put together.
 *
 * @param desk what offices, auditors and operators see
 * @param duplicates what is done about invoices that another province supports too
 * @param settlements statements between provinces
 */
public record ExchangeUseCases(ExchangeDesk desk, DuplicateChecks duplicates, SettlementDesk settlements) {
    /** The use cases on a platform. */
    public static ExchangeUseCases on(Platform platform) {
        return new ExchangeUseCases(
                new ExchangeDesk(platform.clock()),
                new DuplicateChecks(platform.clock()),
                new SettlementDesk(platform.clock(), platform.ids()));
    }
}
