package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.quanlian.fuzz.Told;
import org.quanlian.model.Claim;

/** A claim is read from whatever bytes, and what was read is written so that the same is read again. */
class ClaimReaderFuzzTest {
    private final ClaimReader reader = new ClaimReader();
    private final ClaimWriter writer = new ClaimWriter();

    @FuzzTest(maxDuration = "10m")
    void claims(byte[] json) throws Exception {
        Told.orTaken(() -> {
            Claim claim = reader.read(json);
            assertThat(reader.readKept(writer.write(claim))).isEqualTo(claim);
        });
    }
}
