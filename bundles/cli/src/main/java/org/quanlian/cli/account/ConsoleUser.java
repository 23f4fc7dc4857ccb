package org.quanlian.cli.account;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.quanlian.keys.OwnerOnly;

/** Makes the console's first user, so that the node never has a password that anybody else knows. */
final class ConsoleUser {
    static final String NAME = "operator";

    private static final int PASSWORD_LENGTH = 32;

    /** Letters and digits that are not mistaken for each other. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final UsersFile users;
    private final Path passwordSettings;
    private final Path passwordFile;
    private final SecureRandom random;

    /**
     * @param etc folder of the node's configuration
     * @param data the node's data directory, where the password is left for the operator
     */
    ConsoleUser(Path etc, Path data) {
        this(etc, data, new SecureRandom());
    }

    ConsoleUser(Path etc, Path data, SecureRandom random) {
        this.users = new UsersFile(etc.resolve("users.properties"));
        this.passwordSettings = etc.resolve("org.apache.karaf.jaas.cfg");
        this.passwordFile = data.resolve("console-password");
        this.random = random;
    }

    /** Makes the user when there is none; says where its password lies. */
    Optional<Path> makeFirst() throws IOException {
        if (users.hasUser()) {
            return Optional.empty();
        }
        String password = random.ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
        // The password first: a user whose password nobody can read would lock the operator out.
        OwnerOnly.write(passwordFile, password + "\n");
        users.add(NAME, new PasswordForm(passwordSettings).of(password));
        return Optional.of(passwordFile);
    }
}
