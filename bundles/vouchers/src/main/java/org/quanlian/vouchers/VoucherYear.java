package org.quanlian.vouchers;

import org.quanlian.vouchers.notifications.Inbox;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.registry.RegistryOffice;
import org.quanlian.vouchers.registry.RegistrySettings;

/** All use cases of the voucher year, put together once on a platform. They hold no state. */
public final class VoucherYear {
    private final Inbox inbox;
    private final RegistryOffice registry;

    /** The use cases on a platform. */
    public VoucherYear(Platform platform) {
        inbox = new Inbox(platform.clock());
        registry = RegistryOffice.of(
                platform, new OwnAccounts(platform.clock(), platform.ids()), RegistrySettings.DEFAULT);
    }

    /** What an account is told. */
    public Inbox inbox() {
        return inbox;
    }

    /** Registration, catalogue, lists and relations. */
    public RegistryOffice registry() {
        return registry;
    }
}
