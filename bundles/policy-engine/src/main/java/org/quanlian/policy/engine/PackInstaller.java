package org.quanlian.policy.engine;

import java.nio.file.Path;
import org.quanlian.policy.api.PolicyKey;

/** Brings policy packs onto the running node and takes them away, without a restart. */
public interface PackInstaller {
    /**
     * Installs a pack beside those that are there; returns when it decides claims.
     *
     * @param jar the pack's bundle
     * @throws PackRefusedException naming the reason; the node is then as it was before
     */
    PolicyVersion install(Path jar);

    /**
     * Takes a version away: hides it at once, lets assessments in flight finish, then uninstalls its bundle.
     *
     * @throws PolicyNotFoundException when that version is not there
     * @throws PackRefusedException when its bundle could not be taken away in time
     */
    void remove(PolicyKey key);
}
