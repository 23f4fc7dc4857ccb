package org.quanlian.policy.engine.internal.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.engine.PackInstaller;
import org.quanlian.policy.engine.PackRefusedException;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.internal.EngineTexts;
import org.quanlian.policy.engine.internal.PackJar;

/**
 * Installs packs through the node's deploy folder, so that a pack is a file whichever way it came, and is still there after
 * the node's cache was cleaned. A pack is tried outside the node first: a broken one never reaches the folder.
 */
@Component(service = PackInstaller.class)
public final class DeployFolderInstaller implements PackInstaller {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final BundleContext context;
    private final PolicyRegistry registry;
    private final FeaturesService features;
    private final Path deployFolder;
    private final Path stagingFolder;

    /**
     * @param registry where the packs that decide claims are found
     * @param features takes away packs that came with the distribution
     */
    @Activate
    public DeployFolderInstaller(
            BundleContext context, @Reference PolicyRegistry registry, @Reference FeaturesService features) {
        this.context = context;
        this.registry = registry;
        this.features = features;
        this.deployFolder = Path.of(context.getProperty("karaf.base"), "deploy");
        this.stagingFolder = Path.of(context.getProperty("karaf.data"), "tmp");
    }

    @Override
    public PolicyVersion install(Path jar) {
        PackJar pack = PackJar.examine(jar, getClass().getClassLoader());
        Optional<PolicyVersion> present = find(pack.key());
        if (present.isPresent()) {
            if (present.get().digest().equals(pack.digest())) {
                return present.get();
            }
            throw EngineTexts.refusal("install.otherContent", pack.key());
        }
        Path file = deployFolder.resolve(pack.fileName());
        copy(jar, file);
        if (await(pack.key(), true)) {
            return find(pack.key()).orElseThrow(() -> takeBack(file));
        }
        throw takeBack(file);
    }

    @Override
    public void remove(PolicyKey key) {
        Bundle bundle = bundleOf(key);
        Path file = deployFolder.resolve(Path.of(bundle.getLocation().replaceFirst("^.*/", "")));
        if (bundle.getLocation().startsWith("file:") && Files.exists(file)) {
            delete(file);
        } else {
            uninstallFeature(key, bundle);
        }
        if (!await(key, false)) {
            throw EngineTexts.refusal("remove.late", key, BOUND.toSeconds());
        }
    }

    private Optional<PolicyVersion> find(PolicyKey key) {
        return registry.versions().stream()
                .filter(version -> version.descriptor().key().equals(key))
                .findFirst();
    }

    private boolean await(PolicyKey key, boolean present) {
        try {
            return registry.await(key, present, BOUND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void copy(Path jar, Path file) {
        try {
            Files.createDirectories(stagingFolder);
            Files.createDirectories(deployFolder);
            Path staged = Files.createTempFile(stagingFolder, "pack", ".jar");
            Files.copy(jar, staged, StandardCopyOption.REPLACE_EXISTING);
            // The folder is watched: a pack must appear in it whole.
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw EngineTexts.refusal("install.copy", deployFolder, e.toString());
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw EngineTexts.refusal("remove.copy", file, e.toString());
        }
    }

    private PackRefusedException takeBack(Path file) {
        String reason = whyNotStarted(file);
        delete(file);
        return EngineTexts.refusal("install.notStarted", BOUND.toSeconds(), reason);
    }

    private String whyNotStarted(Path file) {
        Optional<Bundle> bundle = Arrays.stream(context.getBundles())
                .filter(candidate -> candidate.getLocation().equals(file.toUri().toString()))
                .findFirst();
        if (bundle.isPresent() && bundle.get().getState() != Bundle.ACTIVE) {
            try {
                bundle.get().start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                return String.valueOf(e.getMessage());
            }
        }
        return EngineTexts.line("install.notStarted.unknown");
    }

    private Bundle bundleOf(PolicyKey key) {
        String filter = "(&(province=" + key.province() + ")(year=" + key.year() + ")(version=" + key.version() + "))";
        try {
            Collection<ServiceReference<PolicyPack>> found = context.getServiceReferences(PolicyPack.class, filter);
            return found.stream()
                    .sorted()
                    .map(ServiceReference::getBundle)
                    .findFirst()
                    .orElseThrow(() -> new PolicyNotFoundException(key));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void uninstallFeature(PolicyKey key, Bundle bundle) {
        try {
            for (Feature feature : features.listRequiredFeatures()) {
                boolean carriesPack = feature.getBundles().stream()
                        .anyMatch(info -> info.getLocation().equals(bundle.getLocation()));
                if (carriesPack) {
                    features.uninstallFeature(
                            feature.getName(),
                            feature.getVersion(),
                            EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles));
                    return;
                }
            }
        } catch (Exception e) {
            throw EngineTexts.refusal("remove.feature", PackBundles.name(bundle), e.toString());
        }
        throw EngineTexts.refusal("remove.notRemovable", key, PackBundles.name(bundle));
    }
}
