package org.quanlian.keys.internal.osgi;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.quanlian.keys.KeyRotation;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.keys.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the node's keys, and the rotation of those that others need not be told of. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.keys")
public final class KeysComponent {
    private static final Logger LOG = LoggerFactory.getLogger(KeysComponent.class);
    private static final String FOLDER = "keys";

    private final AtomicReference<Profile> profile;
    private final List<ServiceRegistration<?>> registrations;

    /**
     * @param context context of this bundle, which knows the node's folders
     * @param configuration {@code profile}, see docs/operators.md
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public KeysComponent(BundleContext context, Map<String, Object> configuration) {
        profile = new AtomicReference<>(profile(configuration));
        Path folder = Path.of(context.getProperty("karaf.base")).resolve(FOLDER);
        // Keys bear the time of the machine, whatever time the node is told.
        NodeKeys keys = new NodeKeys(folder, profile::get, Clock.systemUTC(), new SecureRandom());
        registrations = List.of(
                context.registerService(NodeKeys.class, keys, null),
                context.registerService(KeyRotation.class, keys.rotation(Purpose.PERSONAL_DATA), null),
                context.registerService(KeyRotation.class, keys.rotation(Purpose.AUDIT_ANCHORS), null));
    }

    /** Nobody is disturbed: the next key is made by the new profile. */
    @Modified
    void change(Map<String, Object> configuration) {
        try {
            profile.set(profile(configuration));
            LOG.info("new keys are made by the profile {}", profile.get().word());
        } catch (IllegalArgumentException e) {
            LOG.error("the profile of keys stays {}: {}", profile.get().word(), e.getMessage());
        }
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private static Profile profile(Map<String, Object> configuration) {
        Object value = configuration.get("profile");
        return value == null || value.toString().isBlank()
                ? Profile.INTL
                : Profile.named(value.toString().strip());
    }
}
