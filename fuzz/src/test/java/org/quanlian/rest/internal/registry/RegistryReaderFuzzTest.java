package org.quanlian.rest.internal.registry;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.quanlian.fuzz.Told;

/** Registrations and offers, from whatever bytes. The first byte says which. */
class RegistryReaderFuzzTest {
    private static final List<Consumer<byte[]>> READERS = List.of(
            RegistryReader::team, RegistryReader::reason, RegistryReader::onSharingPlatform, RegistryReader::service);

    @FuzzTest(maxDuration = "10m")
    void bodies(byte[] input) throws Exception {
        if (input.length > 0) {
            byte[] body = Arrays.copyOfRange(input, 1, input.length);
            Told.orTaken(() -> READERS.get((input[0] & 0xff) % READERS.size()).accept(body));
        }
    }
}
