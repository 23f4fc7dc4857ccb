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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.keys.Purpose;
import org.quanlian.vouchers.documents.PersonalData;
import org.quanlian.vouchers.documents.PersonalDataException;

class SealedTextsTest {
    private static final String NUMBER = "11010519491231002X";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private Profile profile = Profile.INTL;

    @ParameterizedTest
    @EnumSource
    void shouldSealTheSameTextDifferently_andOpenIt(Profile each) {
        profile = each;
        PersonalData data = data();
        byte[] once = data.seal(NUMBER);
        byte[] twice = data.seal(NUMBER);
        assertThat(once).isNotEqualTo(twice);
        assertThat(data.open(once)).isEqualTo(NUMBER);
        assertThat(data().open(twice)).isEqualTo(NUMBER);
        assertThat(data.open(data.seal(""))).isEmpty();
    }

    @Test
    void shouldOpenWhatTheOtherProfileSealed_onALivingNode() {
        PersonalData data = data();
        byte[] international = data.seal(NUMBER);
        profile = Profile.GM;
        assertThat(data.open(data.seal(NUMBER))).isEqualTo(NUMBER);

        keys().rotation(Purpose.PERSONAL_DATA).rotate();
        byte[] national = data.seal(NUMBER);

        assertThat(new byte[] {international[4], national[4]}).containsExactly(1, 2);
        assertThat(data.open(international)).isEqualTo(NUMBER);
        assertThat(data.open(national)).isEqualTo(NUMBER);
    }

    @Test
    void shouldSealByTheNewestKey_andStillOpenByTheOlder() throws IOException {
        byte[] old = data().seal(NUMBER);
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        // A key as operators of older nodes made it by hand.
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
        Files.delete(files().get(0));
        data().seal(NUMBER);
        assertThatThrownBy(() -> data().open(sealed)).isInstanceOf(PersonalDataException.class);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseATextThatWasChanged(Profile each) {
        profile = each;
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
        Path key = files().get(0);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> data().seal(NUMBER))
                .isInstanceOf(PersonalDataException.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        for (String text : List.of("", "???", "AAAA")) {
            Files.writeString(key, text);
            assertThatThrownBy(() -> data().seal(NUMBER))
                    .isInstanceOf(PersonalDataException.class)
                    .hasMessageContaining(key.toString());
        }
    }

    private PersonalData data() {
        return new SealedTexts(keys(), random);
    }

    private NodeKeys keys() {
        return new NodeKeys(
                folder, () -> profile, Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC), random);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
