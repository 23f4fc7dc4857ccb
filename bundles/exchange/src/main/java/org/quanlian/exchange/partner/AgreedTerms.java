package org.quanlian.exchange.partner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.DateRange;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.exchange.PartnerRecord;

/** What comes of what people say, of what held before, and of what both nodes offer. */
final class AgreedTerms {
    /** How many years an agreement may hold: longer ones are mistyped. */
    static final int MAX_YEARS = 10;

    private final NodeCredentials own;
    private final Offer offer;

    AgreedTerms(NodeCredentials own, Offer offer) {
        this.own = own;
        this.offer = offer;
    }

    /** @param before the partner, if it is one */
    Agreement of(PartnerDescriptor descriptor, Optional<PartnerRecord> before, Terms said, Instant now) {
        Set<DataClass> receive = said.receive()
                .or(() -> before.map(partner -> PartnerBook.classes(partner.receive())))
                .orElseGet(() -> both(descriptor.tells(), offer.takes()));
        Set<DataClass> send = said.send()
                .or(() -> before.map(partner -> PartnerBook.classes(partner.send())))
                .orElseGet(() -> both(offer.tells(), descriptor.takes()));
        said.receive().ifPresent(classes -> requireOffered(classes, descriptor.tells(), "partner.class-tells"));
        said.send().ifPresent(classes -> requireOffered(classes, descriptor.takes(), "partner.class-takes"));
        if (receive.contains(DataClass.DUPLICATES) || send.contains(DataClass.DUPLICATES)) {
            requireOneCurve(descriptor);
        }
        return new Agreement(validity(before.map(PartnerRecord::validity), said, now), receive, send);
    }

    static SortedSet<String> codes(Set<DataClass> classes) {
        return classes.stream().map(DataClass::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private static DateRange validity(Optional<DateRange> before, Terms said, Instant now) {
        LocalDate from = said.from().or(() -> before.map(DateRange::from)).orElseGet(() -> ChinaTime.dateOf(now));
        LocalDate until = said.until().or(() -> before.map(DateRange::until)).orElseGet(() -> from.plusYears(1)
                .minusDays(1));
        if (until.isBefore(from) || !until.isBefore(from.plusYears(MAX_YEARS))) {
            throw PartnerTexts.refused(Kind.INVALID, "partner.validity", from, until, MAX_YEARS);
        }
        return new DateRange(from, until);
    }

    private static Set<DataClass> both(Set<DataClass> told, Set<DataClass> taken) {
        Set<DataClass> both = new HashSet<>(told);
        both.retainAll(taken);
        return both;
    }

    private static void requireOffered(Set<DataClass> said, Set<DataClass> offered, String code) {
        for (DataClass each : new TreeSet<>(said)) {
            if (!offered.contains(each)) {
                throw PartnerTexts.refused(Kind.INVALID, code, each.code(), String.join(", ", codes(offered)));
            }
        }
    }

    /** Fingerprints of invoices need a secret that both compute, and no curve knows the other's points. */
    private void requireOneCurve(PartnerDescriptor descriptor) {
        Algorithm ours = own.agreement().algorithm();
        Algorithm theirs = descriptor.agreementKey().algorithm();
        if (ours != theirs) {
            throw PartnerTexts.refused(Kind.CONFLICT, "partner.curve", theirs.label(), ours.label());
        }
    }
}
