package org.quanlian.store.internal.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.quanlian.fuzz.Told;

/** Contents of whatever kind, as bytes and as a file that may be an archive. */
class TypeSnifferFuzzTest {
    private final TypeSniffer sniffer = new TypeSniffer();

    @FuzzTest(maxDuration = "10m")
    void contents(byte[] content) throws Exception {
        Path file = Files.createTempFile("fuzz", ".content");
        try {
            Files.write(file, content);
            Told.orTaken(() -> sniffer.sniff(content, Optional.of(file)));
            Told.orTaken(() -> sniffer.sniff(content, Optional.empty()));
        } finally {
            Files.delete(file);
        }
    }
}
