package org.quanlian.vouchers.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.orders.Orders.HeldActivity;
import org.quanlian.vouchers.registry.Organisation;

/**
 * The bound vouchers, each activity of which is supported once (二（二）1, 五（三）): a unique constraint of the database decides
 * between claims that are filed at the same time.
 */
public final class SupportedOnce implements BoundVouchers {
    @Override
    public List<BoundVoucher> of(Session session, Set<Id<Organisation>> owners, List<Id<Order>> orders) {
        return orders.stream()
                .map(id -> session.orders()
                        .load(id)
                        .filter(order -> order.buyers().stream().anyMatch(owners::contains))
                        .orElseThrow(OrderRefusals::none))
                .map(VoucherOrder::voucher)
                .toList();
    }

    @Override
    public void take(Session session, Id<?> claim, List<BoundVoucher> vouchers) {
        Set<Activity> activities = new TreeSet<>();
        // Always in the same order, so that claims that want the same vouchers wait for each other, and don't lock up.
        vouchers.stream()
                .sorted((a, b) -> a.order().id().compareTo(b.order().id()))
                .forEach(voucher -> {
                    requireUnchanged(session, voucher);
                    activities.addAll(Activity.of(voucher, provider(session, voucher)));
                });
        List<HeldActivity> held = session.orders().hold(claim, activities);
        if (!held.isEmpty()) {
            throw again(session, vouchers.get(0).order().applicant(), held);
        }
        session.exchange().notes().note(ChangeNotes.Kind.CLAIM, claim);
    }

    @Override
    public void release(Session session, Id<?> claim) {
        if (session.orders().letGo(claim)) {
            session.exchange().notes().note(ChangeNotes.Kind.CLAIM, claim);
        }
    }

    /** The voucher may have been unbound and proved otherwise since it was read; locked, it can't be any more. */
    private static void requireUnchanged(Session session, BoundVoucher voucher) {
        Id<Order> id = voucher.order().id();
        VoucherOrder now = session.orders().lock(id).orElseThrow(OrderRefusals::none);
        if (!now.voucher().equals(voucher)) {
            throw OrderRefusals.stale(id);
        }
    }

    private static String provider(Session session, BoundVoucher voucher) {
        Id<Organisation> provider = voucher.order().provider();
        return session.registry()
                .find(provider)
                .flatMap(Organisation::uscc)
                .map(UnifiedSocialCreditCode::value)
                .orElse(provider.value());
    }

    private static RefusedException again(Session session, Id<Organisation> applicant, List<HeldActivity> held) {
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (HeldActivity again : held) {
            LocalizedText claim = holder(session, applicant, again);
            String code = "activity." + again.activity().kind();
            chinese.add(OrderRefusals.TEXTS
                    .text(code, again.activity().written(), claim.zh())
                    .zh());
            english.add(OrderRefusals.TEXTS
                    .text(code, again.activity().written(), claim.en())
                    .en());
        }
        LocalizedText text = new LocalizedText(
                OrderRefusals.TEXTS
                        .text("activity.again", String.join("；", chinese))
                        .zh(),
                OrderRefusals.TEXTS
                        .text("activity.again", String.join("; ", english))
                        .en());
        return OrderRefusals.TEXTS.told(RefusedException.Kind.CONFLICT, "activity.again", text);
    }

    /** Of claims of others nothing is told but that there is one. */
    private static LocalizedText holder(Session session, Id<Organisation> applicant, HeldActivity held) {
        Optional<VoucherClaim> claim =
                session.claims().find(new Id<>(held.claim().value()));
        return claim.filter(own -> own.applicant().equals(applicant))
                .map(own -> OrderRefusals.TEXTS.text("activity.own", own.number()))
                .orElseGet(() -> OrderRefusals.TEXTS.text("activity.other"));
    }
}
