package org.quanlian.store.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.vouchers.documents.PersonalData;
import org.quanlian.vouchers.documents.PersonalDataException;

class KeyFolderTest {
    private static final String NUMBER = "11010519491231002X";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void shouldSealTheSameTextDifferently_andOpenIt() {
        PersonalData data = data();
        byte[] once = data.seal(NUMBER);
        byte[] twice = data.seal(NUMBER);
        assertThat(once).isNotEqualTo(twice);
        assertThat(data.open(once)).isEqualTo(NUMBER);
        assertThat(data().open(twice)).isEqualTo(NUMBER);
        assertThat(data.open(data.seal(""))).isEmpty();
    }

    @Test
    void shouldMakeOneKeyAtTheFirstSeal_forItsOwnerAlone() throws IOException {
        data().seal(NUMBER);
        data().seal(NUMBER);
        assertThat(keys()).hasSize(1);
        assertThat(Files.getPosixFilePermissions(keys().get(0)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void shouldSealByTheNewestKey_andStillOpenByTheOlder() throws IOException {
        byte[] old = data().seal(NUMBER);
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        write(
                folder.resolve("personal-20990101T000000Z-new.key"),
                Base64.getEncoder().encodeToString(bytes));
        byte[] fresh = data().seal(NUMBER);
        assertThat(data().open(old)).isEqualTo(NUMBER);
        assertThat(data().open(fresh)).isEqualTo(NUMBER);

        Files.delete(folder.resolve("personal-20990101T000000Z-new.key"));
        assertThat(data().open(old)).isEqualTo(NUMBER);
        assertThatThrownBy(() -> data().open(fresh))
                .isInstanceOf(PersonalDataException.class)
                .hasMessageContaining("is not in " + folder)
                .hasMessageContaining("backup");
    }

    @Test
    void shouldNameTheMissingKey_insteadOfMakingAnotherForWhatWasSealed() throws IOException {
        byte[] sealed = data().seal(NUMBER);
        Files.delete(keys().get(0));
        data().seal(NUMBER);
        assertThatThrownBy(() -> data().open(sealed)).isInstanceOf(PersonalDataException.class);
    }

    @Test
    void shouldRefuseATextThatWasChanged() {
        byte[] sealed = data().seal(NUMBER);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 4;
            assertThatThrownBy(() -> data().open(changed)).as("byte %d", i).isInstanceOf(PersonalDataException.class);
        }
    }

    @Test
    void shouldRefuseKeysThatOthersMayRead_orThatAreNone() throws IOException {
        data().seal(NUMBER);
        Path key = keys().get(0);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> data().seal(NUMBER)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        for (String text : List.of("", "???", "AAAA")) {
            Files.writeString(key, text);
            assertThatThrownBy(() -> data().seal(NUMBER))
                    .isInstanceOf(PersonalDataException.class)
                    .hasMessageContaining(key.toString());
        }
    }

    @Test
    void shouldKeepASecretForEachPurpose() throws IOException {
        byte[] persons = keyFolder().secret("person-names");
        assertThat(keyFolder().secret("person-names")).isEqualTo(persons).hasSize(32);
        assertThat(keyFolder().secret("other")).isNotEqualTo(persons);
        for (String purpose : List.of("../x", "", "personal-x", "A")) {
            assertThatThrownBy(() -> keyFolder().secret(purpose)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private PersonalData data() {
        return new SealedTexts(keyFolder(), random);
    }

    private KeyFolder keyFolder() {
        return new KeyFolder(folder, Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC), random);
    }

    private List<Path> keys() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
