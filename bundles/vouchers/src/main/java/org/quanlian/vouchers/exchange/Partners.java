package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;

/** The provinces with which messages are exchanged, as they are kept. There are at most {@value #MAX}. */
public interface Partners {
    /** There are 34 areas of the first level in GB/T 2260, and one of them is this node's. */
    int MAX = 33;

    /** A partner, present or former. */
    Optional<PartnerRecord> find(Area province);

    /** The same; it and its certificates are then this transaction's alone until it ends. */
    Optional<PartnerRecord> lock(Area province);

    /** All partners, present and former, by their provinces. */
    List<PartnerRecord> all();

    /** Keeps a new partner. */
    void add(PartnerRecord partner);

    /**
     * Keeps a partner that changed.
     *
     * @param before the partner as it was read in this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code partner.stale} when somebody else changed it in between
     */
    void update(PartnerRecord before, PartnerRecord after);

    /** What a partner says was agreed, if it has said so. */
    Optional<ToldTerms> terms(Area province);

    /** Keeps what a partner says was agreed. */
    void put(ToldTerms terms);

    /** The certificates of a partner, the oldest first, revoked ones too. */
    List<PartnerCertificate> certificates(Area province);

    /** Keeps a certificate that was not there. */
    void add(PartnerCertificate certificate);

    /**
     * Writes down that nothing is believed any more that a certificate signed from an instant on. An instant that was written
     * down before is put forward, never back.
     *
     * @return whether there is such a certificate, and it was not revoked for then or earlier
     */
    boolean revoke(Area province, String fingerprint, Instant at);
}
