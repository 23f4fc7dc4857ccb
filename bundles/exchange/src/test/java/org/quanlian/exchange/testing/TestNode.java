package org.quanlian.exchange.testing;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Endpoint;
import org.quanlian.exchange.partner.Offer;
import org.quanlian.exchange.partner.OwnDescriptor;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.keys.CertifiedKey;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.model.Area;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** A node as others know it, with keys in a folder of its own. */
public final class TestNode {
    /** How long a new key is shown before it works. */
    public static final Duration OVERLAP = Duration.ofDays(14);
    /** How long certificates are good. */
    public static final Duration VALIDITY = Duration.ofDays(730);

    private final NodeCredentials credentials;
    private final Clock clock;
    private final Set<DataClass> classes;

    public TestNode(String province, Path folder, Profile profile, Clock clock) {
        this(province, folder, new AtomicReference<>(profile), clock, Set.of(DataClass.values()));
    }

    public TestNode(
            String province, Path folder, AtomicReference<Profile> profile, Clock clock, Set<DataClass> classes) {
        SecureRandom random = new SecureRandom();
        this.clock = clock;
        this.classes = classes;
        this.credentials = new NodeCredentials(
                new NodeKeys(folder.resolve("keys-" + province), profile::get, Clock.systemUTC(), random),
                new NodeName(new Area(province)),
                clock,
                new NodeCredentials.Periods(VALIDITY, OVERLAP),
                random);
    }

    public NodeName name() {
        return credentials.node();
    }

    public NodeCredentials credentials() {
        return credentials;
    }

    public Offer offer() {
        return new Offer(
                new LocalizedText("测试节点", "Test node"),
                Endpoint.parse("https://" + name().province().code() + ".example/exchange"),
                classes,
                classes);
    }

    public OwnDescriptor.Made file() {
        return new OwnDescriptor(credentials, offer(), clock).make();
    }

    public CertifiedKey connectionKey() {
        return credentials.working(Use.TRANSPORT).key();
    }

    public Pin pin() {
        return new Pin(name(), credentials.working(Use.TRANSPORT).certificate());
    }
}
