package org.quanlian.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.quanlian.keys.OwnerOnly;

/** By what a backup is sealed. It comes from a file or the environment, never from a command line, which others see. */
public final class Passphrase {
    /** The fewest characters that it may have. */
    public static final int LEAST = 12;

    private final String value;

    /** @throws BackupRefusedException {@code passphrase.short} */
    public Passphrase(String value) {
        if (value.codePointCount(0, value.length()) < LEAST) {
            throw new BackupRefusedException("passphrase.short", LEAST);
        }
        this.value = value;
    }

    /**
     * The first line of a file.
     *
     * @throws BackupRefusedException {@code passphrase.file} when it can't be read, {@code passphrase.open} when others may
     *     read it
     */
    public static Passphrase in(Path file) {
        try {
            if (OwnerOnly.isOpenToOthers(file)) {
                throw new BackupRefusedException("passphrase.open", file);
            }
            List<String> lines =
                    Files.readString(file, StandardCharsets.UTF_8).lines().toList();
            return new Passphrase(lines.isEmpty() ? "" : lines.get(0));
        } catch (IOException e) {
            throw new BackupRefusedException(e, "passphrase.file", file);
        }
    }

    String value() {
        return value;
    }

    /** Says nothing: it must not get into logs. */
    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
