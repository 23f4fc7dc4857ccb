package org.quanlian.mail.internal;

import java.util.List;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.vouchers.notifications.Notification;

/** What a mail says of a notification: Chinese first, then English, plain text, and nothing that the notification does not. */
public final class MailTexts {
    /** How much of the text stands in the subject. */
    private static final int SUBJECT_LENGTH = 40;

    private final MessageCatalog texts = MessageCatalog.beside(MailTexts.class);
    private final Optional<String> publicUrl;

    /** @param publicUrl where people reach the node, if mails shall name it */
    public MailTexts(Optional<String> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The subject: one line without control characters. */
    public String subject(Notification notification) {
        String line =
                printable(notification.text().zh()).replaceAll("\\s+", " ").strip();
        int[] characters = line.codePoints().toArray();
        String told = characters.length <= SUBJECT_LENGTH ? line : new String(characters, 0, SUBJECT_LENGTH - 1) + "…";
        return texts.render("mail.subject", List.of(told)).zh();
    }

    /** The body, its lines ended by CR LF. */
    public String body(Notification notification) {
        StringBuilder body = new StringBuilder();
        body.append(notification.text().zh()).append("\n\n");
        link().ifPresent(link -> body.append(link.zh()).append("\n\n"));
        body.append(notification.text().en()).append("\n\n");
        link().ifPresent(link -> body.append(link.en()).append("\n\n"));
        LocalizedText footer = texts.render("mail.footer", List.of());
        body.append("-- \n")
                .append(footer.zh())
                .append('\n')
                .append(footer.en())
                .append('\n');
        return printable(body.toString()).replaceAll("\\R", "\r\n");
    }

    private Optional<LocalizedText> link() {
        return publicUrl.map(url -> texts.render("mail.link", List.of(url)));
    }

    /** Without control characters but the ends of lines and tabulators, and without what turns the direction of writing. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\r\n\t]]", "");
    }
}
