package org.quanlian.policy.api.parameters;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.Set;
import org.quanlian.fuzz.Told;

/** Parameter files, from whatever bytes: refused with the key that is wrong, or taken. */
class ParameterFileFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void files(byte[] yaml) throws Exception {
        Told.orTaken(() -> {
            ParameterFileParser parser = new ParameterFileParser("fuzz.yaml", new ByteArrayInputStream(yaml));
            parser.header("policy", Set.of("province", "year", "version", "title"));
            parser.documents();
            parser.parameters();
        });
    }
}
