package org.quanlian.store.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.health.Readiness;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.keys.crypto.SealedPieces;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.documents.ContentStore.Arriving;
import org.quanlian.vouchers.documents.DamagedContentException;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.documents.PersonalDataException;

class FileContentsTest {
    private static final long LIMIT = 1_000_000;
    private static final Arriving PLAIN = new Arriving(LIMIT, "", false);
    private static final Arriving PERSONAL = new Arriving(LIMIT, "", true);

    @TempDir
    Path data;

    private Path root;
    private FileContents contents;

    @BeforeEach
    void open() {
        root = data.resolve("documents");
        contents = contents();
    }

    @Test
    void shouldKeepAContentByItsDigests_andGiveItBack() throws IOException {
        byte[] pdf = Samples.pdf(200_000);
        KeptContent kept = keep(pdf, PLAIN);
        assertThat(kept.type()).isEqualTo(DocumentType.PDF);
        assertThat(kept.size()).isEqualTo(200_000);
        assertThat(kept.address()).isEqualTo(kept.sha256());
        assertThat(files()).containsExactly(path(kept));
        assertThat(read(kept)).isEqualTo(pdf);
    }

    @Test
    void shouldKnowSm3AsTheStandardGivesIt() {
        Digests digests = new Digests();
        digests.update("abc".getBytes(StandardCharsets.US_ASCII), 3);
        assertThat(digests.sm3()).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    @Test
    void shouldShareTheFile_whenTheSameContentComesTwice() throws IOException {
        KeptContent first = keep(Samples.pdf(100), PLAIN);
        KeptContent second = keep(Samples.pdf(100), PLAIN);
        assertThat(second).isEqualTo(first);
        assertThat(files()).hasSize(1);
    }

    @Test
    void shouldRefuseAContentThatIsTooLarge_whileItStreams_andLeaveNothing() {
        AtomicLong given = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return (int) (given.getAndIncrement() & 0xff);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                given.addAndGet(length);
                return length;
            }
        };
        assertRefused(() -> contents.keep(endless, PLAIN), "document.too-large");
        assertThat(given.get()).isLessThan(LIMIT + 100_000);
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldTakeExactlyTheLimit() throws IOException {
        assertThat(keep(Samples.pdf((int) LIMIT), PLAIN).size()).isEqualTo(LIMIT);
        assertRefused(() -> keep(Samples.pdf((int) LIMIT + 1), PLAIN), "document.too-large");
    }

    @Test
    void shouldBeUnavailable_whenTheDiskFails_andGoOnWhenItIsWell() throws IOException {
        // A file where the folder has to be fails like a disk does.
        Files.writeString(root, "no folder");
        DocumentReadiness readiness = new DocumentReadiness(root, Duration.ofSeconds(30), Duration.ZERO);

        assertThatThrownBy(() -> keep(Samples.pdf(100), PLAIN)).isInstanceOf(StoreUnavailableException.class);
        assertThat(readiness.check().state()).isEqualTo(Readiness.State.DOWN);

        Files.delete(root);
        assertThat(read(keep(Samples.pdf(100), PLAIN))).isEqualTo(Samples.pdf(100));
        assertThat(readiness.check().state()).isEqualTo(Readiness.State.UP);
        assertThat(files()).as("the probe leaves nothing").hasSize(1);
        readiness.close();
    }

    @Test
    void shouldLeaveNothing_whenTheStreamBreaksOff() {
        for (Arriving arriving : List.of(PLAIN, PERSONAL)) {
            AtomicLong given = new AtomicLong();
            InputStream broken = new InputStream() {
                @Override
                public int read() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (given.addAndGet(length) > 200_000) {
                        throw new IOException("the client went away");
                    }
                    return length;
                }
            };
            assertThatThrownBy(() -> contents.keep(broken, arriving)).isInstanceOf(IOException.class);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void shouldTellTypesByContent_andRefuseWhatIsOnNoList() throws IOException {
        assertThat(keep(Samples.png(), PLAIN).type()).isEqualTo(DocumentType.PNG);
        assertThat(keep(Samples.jpeg(), PLAIN).type()).isEqualTo(DocumentType.JPEG);
        assertThat(keep(Samples.ofd(), PLAIN).type()).isEqualTo(DocumentType.OFD);
        assertThat(keep(Samples.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?><EInvoice><Header/></EInvoice>"), PLAIN)
                        .type())
                .isEqualTo(DocumentType.XML);
        List<byte[]> strangers = List.of(
                Samples.zip("word/document.xml"),
                Samples.text("PK\u0003\u0004 no zip at all"),
                Samples.text("MZ\u0090\u0000\u0003\u0000\u0000\u0000"),
                Samples.text("#!/bin/sh\nrm -rf /\n"),
                Samples.text("<!DOCTYPE html><html><script>alert(1)</script></html>"),
                Samples.text("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>"),
                Samples.text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                Samples.text("just text"));
        for (byte[] stranger : strangers) {
            assertRefused(() -> keep(stranger, PLAIN), "document.type");
        }
        assertRefused(() -> keep(new byte[0], PLAIN), "document.empty");
    }

    @Test
    void shouldRefuseWhatIsDeclaredAsSomethingElse() throws IOException {
        for (String declared :
                List.of("", "application/octet-stream", "application/pdf; charset=binary", "Application/PDF")) {
            assertThat(keep(Samples.pdf(50), new Arriving(LIMIT, declared, false))
                            .type())
                    .isEqualTo(DocumentType.PDF);
        }
        for (String declared : List.of("image/png", "text/html", "<script>", "application/pdfx")) {
            assertRefused(() -> keep(Samples.pdf(51), new Arriving(LIMIT, declared, false)), "document.declared");
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void shouldTakePersonalDocuments_asPagesAndPicturesAlone() throws IOException {
        assertThat(keep(Samples.jpeg(), PERSONAL).sealed()).isTrue();
        assertRefused(() -> keep(Samples.text("<?xml version=\"1.0\"?><id/>"), PERSONAL), "document.personal-type");
        assertRefused(() -> keep(Samples.ofd(), PERSONAL), "document.type");
    }

    @Test
    void shouldNeverWriteAPersonalDocumentAsItIs_norShareIt() throws IOException {
        for (int length : List.of(
                8, SealedPieces.PIECE - 1, SealedPieces.PIECE, SealedPieces.PIECE + 1, 3 * SealedPieces.PIECE)) {
            byte[] pdf = Samples.pdf(length);
            KeptContent first = keep(pdf, PERSONAL);
            KeptContent second = keep(pdf, PERSONAL);
            assertThat(first.sha256()).isEqualTo(second.sha256()).isNotEqualTo(first.address());
            assertThat(first.address()).isNotEqualTo(second.address());
            assertThat(read(first)).isEqualTo(pdf);
            assertThat(read(second)).isEqualTo(pdf);
            assertThat(new String(Files.readAllBytes(path(first)), StandardCharsets.ISO_8859_1))
                    .doesNotContain("%PDF");
        }
    }

    @Test
    void shouldGiveNotAByte_ofASealedFileThatWasChangedAnywhere() throws IOException {
        KeptContent kept = keep(Samples.pdf(2 * SealedPieces.PIECE + 77), PERSONAL);
        byte[] whole = Files.readAllBytes(path(kept));
        for (int i = 0; i < 300; i++) {
            byte[] changed = whole.clone();
            // Each byte of the head, and some of the rest.
            int at = i < 100 ? i : ThreadLocalRandom.current().nextInt(changed.length);
            changed[at] ^= 1;
            Files.write(path(kept), changed);
            assertThatThrownBy(() -> contents.open(kept)).as("byte %d", at).isInstanceOf(PersonalDataException.class);
        }
        int piece = SealedPieces.PIECE + 16;
        int head = whole.length - 2 * piece - 77 - 16;
        List<byte[]> cut = List.of(
                new byte[0],
                Arrays.copyOf(whole, 10),
                Arrays.copyOf(whole, head),
                // The last piece, or the two last, cut off at their borders.
                Arrays.copyOf(whole, head + piece),
                Arrays.copyOf(whole, head + 2 * piece),
                Arrays.copyOf(whole, whole.length + 1),
                swapped(whole, head, piece));
        for (byte[] bytes : cut) {
            Files.write(path(kept), bytes);
            assertThatThrownBy(() -> contents.open(kept)).isInstanceOf(PersonalDataException.class);
        }
        Files.write(path(kept), whole);
        assertThat(read(kept)).hasSize(2 * SealedPieces.PIECE + 77);
    }

    @Test
    void shouldNotTakeOneSealedFileForAnother() throws IOException {
        KeptContent first = keep(Samples.pdf(1000), PERSONAL);
        KeptContent second = keep(Samples.pdf(2000), PERSONAL);
        Files.copy(path(second), path(first), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> contents.open(first)).isInstanceOf(DamagedContentException.class);
    }

    @Test
    void shouldTellWhatToDo_whenAPlainFileWasDamagedOrIsGone() throws IOException {
        KeptContent kept = keep(Samples.pdf(1000), PLAIN);
        byte[] changed = Samples.pdf(1000);
        changed[999] ^= 1;
        Files.write(path(kept), changed);
        assertThatThrownBy(() -> contents.open(kept))
                .isInstanceOf(DamagedContentException.class)
                .hasMessageContaining("backup");
        Files.delete(path(kept));
        assertThatThrownBy(() -> contents.open(kept)).isInstanceOf(DamagedContentException.class);
    }

    @Test
    void shouldComeToNoFileOutside_whateverTheAddressSays() {
        for (String address :
                List.of("../../../etc/passwd", "..", "", "/etc/passwd", "A".repeat(64), "0".repeat(63) + "/")) {
            KeptContent content = new KeptContent(address, DocumentType.PDF, 1, "0", "0", false);
            assertThatThrownBy(() -> contents.open(content)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldSweepOldFilesWithoutADocument_andKeepTheRest() throws IOException {
        KeptContent kept = keep(Samples.pdf(10), PLAIN);
        KeptContent orphan = keep(Samples.pdf(20), PLAIN);
        KeptContent young = keep(Samples.pdf(30), PLAIN);
        Path part = root.resolve("incoming").resolve("0123.part");
        Files.writeString(part, "half");
        for (Path file : List.of(path(kept), path(orphan), part)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
        }

        int removed = contents.sweep(Instant.parse("2025-06-01T00:00:00Z"), kept.address()::equals);

        assertThat(removed).isEqualTo(2);
        assertThat(files()).containsExactlyInAnyOrder(path(kept), path(young));
    }

    @Test
    void shouldKeepAnOrphanThatIsUploadedAgain_whileItIsSwept() throws IOException {
        KeptContent orphan = keep(Samples.pdf(20), PLAIN);
        Files.setLastModifiedTime(path(orphan), FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));

        contents.sweep(Instant.parse("2025-06-01T00:00:00Z"), address -> {
            // Between the look at the index and the removal somebody uploads the same.
            try {
                keep(Samples.pdf(20), PLAIN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return false;
        });

        assertThat(read(orphan)).isEqualTo(Samples.pdf(20));
    }

    @Test
    void shouldKeepEverything_toTheAccountOfTheNodeAlone() throws IOException {
        KeptContent kept = keep(Samples.pdf(20), PERSONAL);
        assertThat(Files.getPosixFilePermissions(path(kept))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(root)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private FileContents contents() {
        SecureRandom random = new SecureRandom();
        return new FileContents(
                root,
                DocumentLimits.DEFAULT,
                new NodeKeys(data.resolve("keys"), () -> Profile.INTL, Clock.systemUTC(), random),
                random);
    }

    private KeptContent keep(byte[] bytes, Arriving arriving) throws IOException {
        return contents.keep(new ByteArrayInputStream(bytes), arriving);
    }

    private byte[] read(KeptContent kept) throws IOException {
        try (InputStream in = contents.open(kept)) {
            return in.readAllBytes();
        }
    }

    private Path path(KeptContent kept) {
        return root.resolve(kept.address().substring(0, 2))
                .resolve(kept.address().substring(2, 4))
                .resolve(kept.address());
    }

    private List<Path> files() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] swapped(byte[] whole, int head, int piece) {
        byte[] swapped = whole.clone();
        System.arraycopy(whole, head, swapped, head + piece, piece);
        System.arraycopy(whole, head + piece, swapped, head, piece);
        return swapped;
    }

    private static void assertRefused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RefusedException.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
