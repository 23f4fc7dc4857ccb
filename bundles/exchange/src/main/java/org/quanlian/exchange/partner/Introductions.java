package org.quanlian.exchange.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.Partners;

/**
 * How another province becomes a partner, and how what is known of one is renewed (伙伴登记). A stranger is believed because
 * people compared the fingerprint of its file; a partner also because a key that is known signed the newer one.
 */
public final class Introductions {
    private final Store store;
    private final Clock clock;
    private final NodeCredentials own;
    private final AgreedTerms terms;

    /**
     * @param store where partners are kept
     * @param clock tells the time
     * @param own who this node is
     * @param offer what it says of itself
     */
    public Introductions(Store store, Clock clock, NodeCredentials own, Offer offer) {
        this.store = store;
        this.clock = clock;
        this.own = own;
        this.terms = new AgreedTerms(own, offer);
    }

    /**
     * A file as it was looked at.
     *
     * @param descriptor what it says
     * @param partner what would be kept of it
     * @param known whether its node is a partner already
     */
    public record Seen(PartnerDescriptor descriptor, PartnerRecord partner, boolean known) {
        public Seen {
            Objects.requireNonNull(descriptor, "descriptor");
            Objects.requireNonNull(partner, "partner");
        }

        /** By what people compare the file. */
        public String fingerprint() {
            return DescriptorFile.fingerprint(descriptor);
        }
    }

    /**
     * What a file says, and what would be agreed; nothing is changed.
     *
     * @throws org.quanlian.exchange.RefusedMessageException when it is no good file
     * @throws RefusedException {@code partner.self}, {@code partner.class}, {@code partner.curve} or {@code
     *     partner.validity}
     */
    public Seen look(byte[] file, Terms said) {
        PartnerDescriptor descriptor = read(file);
        return store.<Seen>read(session -> {
            Optional<PartnerRecord> before =
                    session.exchange().partners().find(descriptor.node().province());
            return seen(descriptor, before, said);
        });
    }

    /**
     * Makes the node of a file a partner, or renews what is known of it, after people compared the fingerprint.
     *
     * @param confirmed the fingerprint as the other side told it by another way; blanks and case don't matter
     * @throws org.quanlian.exchange.RefusedMessageException when it is no good file
     * @throws RefusedException {@code partner.fingerprint} when it is another one; else as {@link #look} and {@link
     *     #renew}
     */
    public Seen introduce(byte[] file, String confirmed, Terms said) {
        PartnerDescriptor descriptor = read(file);
        String fingerprint = DescriptorFile.fingerprint(descriptor);
        if (!plain(confirmed).equals(plain(fingerprint))) {
            throw PartnerTexts.refused(Kind.INVALID, "partner.fingerprint", confirmed, fingerprint);
        }
        return store.<Seen>write(session -> keep(session.exchange().partners(), descriptor, said));
    }

    /**
     * Renews what is known of a partner by a newer file, because it came as a message that the partner signed.
     *
     * @param kept the partners of the transaction in which the message is applied
     * @param source who sent it
     * @throws org.quanlian.exchange.RefusedMessageException when it is no good file
     * @throws RefusedException {@code partner.other} when it is of another node, {@code partner.unknown}, {@code
     *     partner.signer} when no known key signed it, {@code partner.older}, {@code partner.revoked}
     */
    public Seen renew(Partners kept, NodeName source, byte[] file) {
        PartnerDescriptor descriptor = read(file);
        if (!descriptor.node().equals(source)) {
            throw PartnerTexts.refused(Kind.INVALID, "partner.other", descriptor.node(), source);
        }
        if (kept.find(source.province()).filter(PartnerRecord::active).isEmpty()) {
            throw PartnerTexts.refused(Kind.NOT_FOUND, "partner.unknown", source.province());
        }
        return keep(kept, descriptor, Terms.UNSAID);
    }

    private PartnerDescriptor read(byte[] file) {
        PartnerDescriptor descriptor = DescriptorFile.read(file, clock.instant());
        if (descriptor.node().equals(own.node())) {
            throw PartnerTexts.refused(
                    Kind.INVALID, "partner.self", own.node(), DescriptorFile.fingerprint(descriptor));
        }
        return descriptor;
    }

    private Seen seen(PartnerDescriptor descriptor, Optional<PartnerRecord> before, Terms said) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<PartnerRecord> active = before.filter(PartnerRecord::active);
        Agreement agreement = terms.of(descriptor, active, said, now);
        PartnerRecord after = new PartnerRecord(
                descriptor.node().province(),
                descriptor.name(),
                descriptor.endpoint().address().toString(),
                descriptor.agreementKey().text(),
                agreement.validity(),
                AgreedTerms.codes(agreement.receive()),
                AgreedTerms.codes(agreement.send()),
                PartnerRecord.State.ACTIVE,
                before.map(PartnerRecord::addedAt).orElse(now),
                before.map(PartnerRecord::version).orElse(0L) + 1);
        return new Seen(descriptor, after, active.isPresent());
    }

    private Seen keep(Partners kept, PartnerDescriptor descriptor, Terms said) {
        Optional<PartnerRecord> before = kept.lock(descriptor.node().province());
        Seen seen = seen(descriptor, before, said);
        CertificateUpdate update = new CertificateUpdate(kept, descriptor, clock.instant());
        if (seen.known()) {
            update.requireKnownSigner();
            update.requireNewer();
        }
        if (before.isPresent()) {
            kept.update(before.get(), seen.partner());
        } else {
            if (kept.all().size() >= Partners.MAX) {
                throw PartnerTexts.refused(Kind.CONFLICT, "partner.many", Partners.MAX);
            }
            kept.add(seen.partner());
        }
        update.write(seen.known());
        return seen;
    }

    private static String plain(String fingerprint) {
        return fingerprint.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
    }
}
