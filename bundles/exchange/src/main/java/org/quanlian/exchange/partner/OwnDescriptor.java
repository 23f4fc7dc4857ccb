package org.quanlian.exchange.partner;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.quanlian.exchange.identity.Credential;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** The file by which this node is introduced to others, as it is now. */
public final class OwnDescriptor {
    private final NodeCredentials credentials;
    private final Offer offer;
    private final Clock clock;

    /**
     * @param credentials by what this node is known
     * @param offer what it says of itself
     * @param clock tells when a file is made
     */
    public OwnDescriptor(NodeCredentials credentials, Offer offer, Clock clock) {
        this.credentials = credentials;
        this.offer = offer;
        this.clock = clock;
    }

    /**
     * A file, and by what people compare it.
     *
     * @param bytes the file
     * @param descriptor what it says
     */
    @SuppressWarnings("ArrayRecordComponent") // Written to a file as it is; none are compared.
    public record Made(byte[] bytes, PartnerDescriptor descriptor) {
        /** By what people compare it. */
        public String fingerprint() {
            return DescriptorFile.fingerprint(descriptor);
        }
    }

    /** Makes a file; two that were made at different times have different fingerprints. */
    public Made make() {
        List<Credential> signing = credentials.shown(Use.SIGNATURE);
        List<Credential> transport = credentials.shown(Use.TRANSPORT);
        PartnerDescriptor descriptor = new PartnerDescriptor(
                credentials.node(),
                offer.name(),
                offer.endpoint(),
                signing.stream().map(Credential::certificate).toList(),
                transport.stream().map(Credential::certificate).toList(),
                credentials.agreement().shown(),
                offer.tells(),
                offer.takes(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Made(
                DescriptorFile.write(
                        descriptor,
                        Stream.concat(signing.stream(), transport.stream())
                                .map(credentials::signer)
                                .toList()),
                descriptor);
    }
}
