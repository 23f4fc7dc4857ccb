package org.quanlian.vouchers.accounts;

/**
 * Makes and checks hashes of passwords. That costs time and memory on purpose: it is done before and after a
 * transaction, never within.
 */
public interface Passwords {
    /**
     * The hash of a password that somebody chose.
     *
     * @param login the login to which it belongs, which must not be the password
     * @param password the password, 12 to 128 characters
     * @param field JSON Pointer of the request's field in which it came, to which a refusal points
     * @throws org.quanlian.vouchers.RefusedException {@code INVALID} with what is wrong with the password
     * @throws org.quanlian.vouchers.RefusedException {@code TOO_MANY} when more passwords than the node has memory for are being hashed
     */
    PasswordHash hash(String login, String password, String field);

    /**
     * The hash of a password that the node made.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code TOO_MANY} as above
     */
    PasswordHash hash(OneTimePassword password);

    /**
     * Whether a password is the one of a hash.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code TOO_MANY} as above
     */
    boolean matches(String password, PasswordHash hash);

    /** Whether a hash was made with less effort than is made now. */
    boolean outdated(PasswordHash hash);

    /** The hash of a password that nobody knows, to take as long for a login that is not there. */
    PasswordHash decoy();
}
