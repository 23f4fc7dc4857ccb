package org.quanlian.mail.internal.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import org.quanlian.mail.internal.MailTexts;
import org.quanlian.vouchers.mails.OwedMail;

/**
 * A mail of one part, plain text in UTF-8. It holds its body as it is sent, so that nothing looks for handlers of content
 * types, which OSGi hides. The same mail is the same bytes however often it is tried.
 */
final class PlainMail extends MimeMessage {
    private final String name;

    PlainMail(Session session, String from, OwedMail mail, MailTexts texts) throws MessagingException {
        super(session);
        // After the notification and not the attempt: whoever gets it twice can tell.
        name = "<" + mail.id() + from.substring(from.lastIndexOf('@')) + ">";
        setFrom(new InternetAddress(from, true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        setSubject(texts.subject(mail.notification()), "UTF-8");
        setSentDate(Date.from(mail.notification().at()));
        setHeader("Message-ID", name);
        // RFC 3834: no holiday notes in answer to this.
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("MIME-Version", "1.0");
        setHeader("Content-Type", "text/plain; charset=UTF-8");
        setHeader("Content-Transfer-Encoding", "base64");
        content = Base64.getMimeEncoder().encode(texts.body(mail.notification()).getBytes(StandardCharsets.UTF_8));
        modified = false;
        saved = true;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", name);
    }
}
