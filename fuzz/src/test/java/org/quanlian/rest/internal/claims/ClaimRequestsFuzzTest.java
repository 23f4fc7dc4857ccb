package org.quanlian.rest.internal.claims;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.quanlian.fuzz.Told;

/** Claims and what becomes of them, from whatever bytes. The first byte says which. */
class ClaimRequestsFuzzTest {
    private static final List<Consumer<byte[]>> READERS = List.of(
            ClaimRequests::start,
            ClaimRequests::orderList,
            ClaimRequests::materials,
            ClaimRequests::reason,
            ClaimRequests::back,
            ClaimRequests::assign,
            ClaimRequests::say,
            ClaimRequests::batch,
            ClaimRequests::affiliations);

    @FuzzTest(maxDuration = "10m")
    void bodies(byte[] input) throws Exception {
        if (input.length > 0) {
            byte[] body = Arrays.copyOfRange(input, 1, input.length);
            Told.orTaken(() -> READERS.get((input[0] & 0xff) % READERS.size()).accept(body));
        }
    }
}
