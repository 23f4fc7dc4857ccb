package org.quanlian.rest.internal.orders;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.quanlian.fuzz.Told;

/** Orders and what becomes of them, from whatever bytes. The first byte says which. */
class OrderRequestsFuzzTest {
    private static final List<Consumer<byte[]>> READERS = List.of(
            OrderRequests::order,
            OrderRequests::evidence,
            OrderRequests::planned,
            OrderRequests::requiredReason,
            OrderRequests::optionalReason,
            OrderRequests::nothing);

    @FuzzTest(maxDuration = "10m")
    void bodies(byte[] input) throws Exception {
        if (input.length > 0) {
            byte[] body = Arrays.copyOfRange(input, 1, input.length);
            Told.orTaken(() -> READERS.get((input[0] & 0xff) % READERS.size()).accept(body));
        }
    }
}
