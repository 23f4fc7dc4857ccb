package org.quanlian.policy.engine.internal.osgi;

import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.quanlian.policy.engine.ContentDigest;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.policy.engine.internal.EngineTexts;

/** What the framework knows about bundles that carry policy packs. */
final class PackBundles {
    /** The capability by which a bundle says that it carries a pack. */
    static final String CAPABILITY = "quanlian.policy";

    private PackBundles() {}

    /** Name and version of a bundle, for people. */
    static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion() + " [" + bundle.getBundleId() + "]";
    }

    /** The digest of everything in a bundle. */
    static String digest(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries("/", "*", true);
        Map<String, ContentDigest.Content> entries = new HashMap<>();
        for (URL url : found == null ? List.<URL>of() : Collections.list(found)) {
            String path = url.getPath().substring(1);
            if (!path.endsWith("/")) {
                entries.put(path, url::openStream);
            }
        }
        return ContentDigest.of(entries);
    }

    /** Whether a bundle says that it carries a pack. */
    static boolean isPack(Bundle bundle) {
        String capabilities = bundle.getHeaders("").get(Constants.PROVIDE_CAPABILITY);
        return capabilities != null && capabilities.contains(CAPABILITY);
    }

    /** Packs whose bundle did not start; the reason stands in the log of that start. */
    static List<RefusedPack> notRunning(BundleContext context) {
        return Arrays.stream(context.getBundles())
                .filter(PackBundles::isPack)
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED || bundle.getState() == Bundle.RESOLVED)
                .map(bundle -> new RefusedPack(name(bundle), EngineTexts.line("refused.notStarted")))
                .toList();
    }
}
