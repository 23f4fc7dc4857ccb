package org.quanlian.identity.internal.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.quanlian.keys.OwnerOnly;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.FirstOperator;
import org.quanlian.vouchers.accounts.OneTimePassword;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.accounts.Passwords;

/** Sees to it that there is an operator, and leaves the one-time password where only the owner of the node reads it. */
public final class FirstOperatorFile {
    /** Name of the file in the data directory. */
    public static final String NAME = "first-operator-password";

    private final Store store;
    private final Passwords passwords;
    private final FirstOperator firstOperator;
    private final Path file;
    private final SecureRandom random;

    /** @param data the node's data directory */
    public FirstOperatorFile(
            Store store, Passwords passwords, FirstOperator firstOperator, Path data, SecureRandom random) {
        this.store = store;
        this.passwords = passwords;
        this.firstOperator = firstOperator;
        this.file = data.resolve(NAME);
        this.random = random;
    }

    /** Makes the first operator when there is no account; says where the password lies. */
    public Optional<Path> makeFirst() {
        if (store.read(session -> session.accounts().any())) {
            return Optional.empty();
        }
        OneTimePassword password = OneTimePassword.make(random);
        PasswordHash hash = passwords.hash(password);
        try {
            // The password first: an operator whose password nobody can read would lock everybody out.
            OwnerOnly.write(file, password.value() + "\n");
            Optional<Account> made = store.write(session -> firstOperator.make(session, hash));
            if (made.isEmpty()) {
                // Another node was faster; its owner has the password.
                Files.delete(file);
            }
            return made.map(account -> file);
        } catch (IOException e) {
            throw new UncheckedIOException("the password of the first operator can't be left in " + file, e);
        }
    }
}
