package org.quanlian.documents.internal.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Archives, honest and other. */
class ZipPartsTest {
    private static final ZipParts.Bounds BOUNDS = new ZipParts.Bounds(3, 10_000);

    @Test
    void shouldReadWhatIsInIt() throws IOException {
        assertThat(ZipParts.read(archive("a.xml", new byte[100], "b.xml", new byte[5]), BOUNDS))
                .extracting(ZipParts.Part::name)
                .containsExactly("a.xml", "b.xml");
    }

    @Test
    void shouldStopABomb_beforeItIsInflated() throws IOException {
        byte[] bomb = archive("bomb", new byte[50_000_000]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> ZipParts.read(bomb, BOUNDS)).hasMessageContaining("more than 10000 bytes");
    }

    @Test
    void shouldRefuseTooManyParts_andNamesThatStandThereTwice() throws IOException {
        byte[] many = archive("a", new byte[0], "b", new byte[0], "c", new byte[0], "d", new byte[0]);
        assertThatThrownBy(() -> ZipParts.read(many, BOUNDS)).hasMessageContaining("4 parts");

        byte[] twice = archive("aa", new byte[1], "bb", new byte[1]);
        String text = new String(twice, java.nio.charset.StandardCharsets.ISO_8859_1).replace("bb", "aa");
        assertThatThrownBy(() -> ZipParts.read(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), BOUNDS))
                .hasMessageContaining("same name");
    }

    @Test
    void shouldFailInItsOwnWord_whateverIsBroken() throws IOException {
        byte[] good = archive("a.xml", "<a>一二三四五六七八九十</a>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Random random = new Random(20250701);
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = Arrays.copyOf(good, random.nextInt(10) == 0 ? random.nextInt(good.length) : good.length);
            for (int change = random.nextInt(4); change >= 0 && damaged.length > 0; change--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                ZipParts.read(damaged, BOUNDS);
            } catch (IOException expected) {
                assertThat(expected).hasMessageContaining("archive");
            }
        }
    }

    private static byte[] archive(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        }
        return file.toByteArray();
    }
}
