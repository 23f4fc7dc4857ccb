package org.quanlian.vouchers;

import org.quanlian.vouchers.accounts.AccountAdministration;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.accounts.OwnAccounts;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.exchange.ExchangeUseCases;
import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.notifications.Inbox;
import org.quanlian.vouchers.papers.PaperOffice;
import org.quanlian.vouchers.registry.RegistryOffice;
import org.quanlian.vouchers.registry.RegistrySettings;

/** All use cases of the voucher year, put together once on a platform. They hold no state. */
public final class VoucherYear {
    private final AccountAdministration accounts;
    private final AccountOpening accountOpening;
    private final Inbox inbox;
    private final ClaimProcedure claims;
    private final RegistryOffice registry;
    private final LostMails lostMails;
    private final OrderDesk orders;
    private final MoneyUseCases money;
    private final ExchangeUseCases exchange;
    private final PaperOffice papers;

    /** The use cases on a platform. */
    public VoucherYear(Platform platform) {
        accounts = new AccountAdministration(platform.clock(), platform.ids());
        accountOpening = new OwnAccounts(platform.clock(), platform.ids());
        inbox = new Inbox(platform.clock());
        claims = ClaimProcedure.on(
                platform.clock(),
                platform.ids(),
                platform.policies(),
                platform.assessments(),
                ClaimProcedure.Neighbours.OF_THE_NODE);
        lostMails = new LostMails(platform.clock());
        orders = new OrderDesk(platform);
        money = MoneyUseCases.on(platform.clock(), platform.ids(), platform.policies());
        exchange = ExchangeUseCases.on(platform);
        papers = new PaperOffice(platform.clock(), money.notices(), money.allocations());
        registry = RegistryOffice.of(platform, accountOpening, RegistrySettings.DEFAULT);
    }

    /** What operators do with accounts. */
    public AccountAdministration accounts() {
        return accounts;
    }

    /** Opens the accounts of organisations that register themselves. */
    public AccountOpening accountOpening() {
        return accountOpening;
    }

    /** Claims, from the draft to the end of the experts' review. */
    public ClaimProcedure claims() {
        return claims;
    }

    /** What an account is told. */
    public Inbox inbox() {
        return inbox;
    }

    /** Registration, catalogue, lists and relations. */
    public RegistryOffice registry() {
        return registry;
    }

    /** The mails that were given up. */
    public LostMails lostMails() {
        return lostMails;
    }

    /** Orders, binding and documents. */
    public OrderDesk orders() {
        return orders;
    }

    /** Budgets, approvals, notices, payments and what follows violations. */
    public MoneyUseCases money() {
        return money;
    }

    /** What other provinces are told, and tell. */
    public ExchangeUseCases exchange() {
        return exchange;
    }

    /** The papers that the procedure asks for. */
    public PaperOffice papers() {
        return papers;
    }
}
