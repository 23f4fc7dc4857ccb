package org.quanlian.cli.account;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it, when the node starts, that its console has a user. */
@Component(
        service = {},
        immediate = true)
public final class ConsoleAccount {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleAccount.class);

    /** @param context context of this bundle, which knows the node's folders */
    @Activate
    public ConsoleAccount(BundleContext context) throws IOException {
        Path etc = Path.of(context.getProperty("karaf.etc"));
        Path data = Path.of(context.getProperty("karaf.base"));
        new ConsoleUser(etc, data)
                .makeFirst()
                .ifPresent(file ->
                        LOG.info("the console has the new user {}; the password is in {}", ConsoleUser.NAME, file));
    }
}
