package org.quanlian.mail.internal;

import org.quanlian.vouchers.mails.OwedMail;

/** A mail server. */
public interface MailServer {
    /**
     * Connects to it.
     *
     * @throws MailFailureException when it can't be reached, or does not let us in
     */
    Connection connect() throws MailFailureException;

    /** A connection to it. */
    interface Connection extends AutoCloseable {
        /**
         * Hands over a mail; the server has it when this returns.
         *
         * @throws MailFailureException when it does not take it
         */
        void send(OwedMail mail) throws MailFailureException;

        /** Ends it, whatever the server says to that. */
        @Override
        void close();
    }
}
