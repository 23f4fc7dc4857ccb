package org.quanlian.mail.internal.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.quanlian.mail.internal.MailAddresses;
import org.quanlian.mail.internal.MailFailureException;
import org.quanlian.mail.internal.MailFailureException.Kind;
import org.quanlian.mail.internal.MailServer;
import org.quanlian.mail.internal.MailSettings;
import org.quanlian.mail.internal.MailSettings.Security;
import org.quanlian.mail.internal.MailTexts;
import org.quanlian.vouchers.mails.OwedMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mail server that speaks SMTP (RFC 5321). */
public final class SmtpServer implements MailServer {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

    /** How long it may take to connect, and how long the server may be silent. */
    private static final Duration CONNECT_BOUND = Duration.ofSeconds(10);

    private static final Duration SILENCE_BOUND = Duration.ofSeconds(30);

    /** The server goes away. */
    private static final int CLOSING = 421;

    private static final int FIRST_FINAL = 500;

    private final MailSettings settings;
    private final MailTexts texts;
    private final Session session;

    /** @param settings where it is and how it is spoken to */
    public SmtpServer(MailSettings settings) {
        this.settings = settings;
        this.texts = new MailTexts(settings.publicUrl());
        this.session = Session.getInstance(properties(settings));
    }

    @Override
    public Connection connect() throws MailFailureException {
        try {
            Transport transport = session.getTransport("smtp");
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            return new Connected(transport);
        } catch (AuthenticationFailedException e) {
            throw MailFailureException.unusable("login", e);
        } catch (MessagingException e) {
            // A server that knows no STARTTLS is told from others by the library's words alone.
            boolean tls = find(SSLException.class, e).isPresent()
                    || String.valueOf(e.getMessage()).startsWith("STARTTLS is required");
            throw MailFailureException.unusable(tls ? "tls" : "unreachable", e);
        }
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        // The name by which we greet: without it the library would ask the resolver for ours.
        properties.put(
                "mail.smtp.localhost", settings.from().substring(settings.from().lastIndexOf('@') + 1));
        properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECT_BOUND.toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(SILENCE_BOUND.toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(SILENCE_BOUND.toMillis()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    /** What a failure of a mail means; the texts of servers name addresses, so only their codes go on. */
    private static MailFailureException meaning(MessagingException failure) {
        Optional<SMTPAddressFailedException> address = find(SMTPAddressFailedException.class, failure);
        if (address.isPresent()) {
            return refusal(address.get().getReturnCode());
        }
        if (find(SMTPSenderFailedException.class, failure).isPresent()) {
            return MailFailureException.notTaken(Kind.SERVER, "sender");
        }
        return find(SMTPSendFailedException.class, failure)
                .map(refused -> refused.getCommand().startsWith("MAIL")
                        ? MailFailureException.notTaken(Kind.SERVER, "smtp." + refused.getReturnCode())
                        : refusal(refused.getReturnCode()))
                .orElseGet(() -> MailFailureException.notTaken(Kind.SERVER, "unreachable"));
    }

    private static MailFailureException refusal(int code) {
        if (code < 0) {
            // There was no answer: the connection is gone.
            return MailFailureException.notTaken(Kind.SERVER, "unreachable");
        }
        Kind kind = code == CLOSING ? Kind.SERVER : code >= FIRST_FINAL ? Kind.FINAL : Kind.PASSING;
        return MailFailureException.notTaken(kind, "smtp." + code);
    }

    /** A failure of a kind, wherever the library put it: behind others, or in a chain beside them. */
    private static <T extends Throwable> Optional<T> find(Class<T> kind, Throwable failure) {
        for (Throwable at = failure; at != null; at = next(at)) {
            if (kind.isInstance(at)) {
                return Optional.of(kind.cast(at));
            }
        }
        return Optional.empty();
    }

    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : failure.getCause();
    }

    /** A connection that is open. */
    private final class Connected implements Connection {
        private final Transport transport;

        Connected(Transport transport) {
            this.transport = transport;
        }

        @Override
        public void send(OwedMail mail) throws MailFailureException {
            if (!MailAddresses.isAddress(mail.address())) {
                throw MailFailureException.notTaken(Kind.FINAL, "address");
            }
            try {
                PlainMail message = new PlainMail(session, settings.from(), mail, texts);
                Address[] recipients = message.getAllRecipients();
                transport.sendMessage(message, recipients);
            } catch (MessagingException e) {
                throw meaning(e);
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // What was sent is sent; the server may well have gone first.
                LOG.debug("The mail server did not say goodbye", e);
            }
        }
    }
}
