package org.quanlian.mail.internal.osgi;

import jakarta.mail.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quanlian.mail.internal.MailSettings;
import org.quanlian.mail.internal.MailWorker;
import org.quanlian.mail.internal.smtp.SmtpServer;
import org.quanlian.vouchers.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mails while {@code etc/org.quanlian.mail.cfg} names a mail server and the database is there. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.quanlian.mail",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class MailComponent {
    private static final Logger LOG = LoggerFactory.getLogger(MailComponent.class);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Optional<Rounds> rounds;

    /**
     * @param context context of this bundle
     * @param store where mails are owed
     * @param clock tells the time
     * @param configuration see {@link MailSettings}
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public MailComponent(BundleContext context, @Reference Store store, @Reference Clock clock, Map<String, Object> configuration) {
        Optional<MailSettings> settings = MailSettings.read(configuration, Path.of(context.getProperty("karaf.base")));
        LOG.info("Mail: {}", settings.map(MailSettings::toString).orElse("off, as no host is configured"));
        rounds = settings.map(known -> start(store, clock, known));
    }

    @Deactivate
    void close() {
        rounds.ifPresent(Rounds::close);
    }

    private static Rounds start(Store store, Clock clock, MailSettings settings) {
        MailWorker worker = new MailWorker(
                store,
                new SmtpServer(settings),
                settings.schedule(),
                settings.batch(),
                clock,
                RandomGenerator.getDefault());
        return new Rounds("quanlian-mail", Session.class.getClassLoader(), FIRST, PAUSE, worker::run);
    }
}
