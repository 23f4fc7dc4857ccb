package org.quanlian.rest.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.ListReader;
import org.quanlian.vouchers.lists.ListReading;
import org.quanlian.vouchers.registry.PersonKeys;

/** Lists, from whatever bytes: nothing is thrown, and what is wrong is told by its line. The first byte says which list. */
class CsvFileFuzzTest {
    private final ListReader reader = new ListReader(new PersonKeys(new byte[PersonKeys.MIN_KEY_BYTES]));

    @FuzzTest(maxDuration = "10m")
    void lists(byte[] input) {
        if (input.length == 0) {
            return;
        }
        CsvFile file = CsvFile.read(Arrays.copyOfRange(input, 1, input.length));
        if (file.problems().isEmpty()) {
            ListKind[] kinds = ListKind.values();
            ListReading reading = reader.read(kinds[(input[0] & 0xff) % kinds.length], file.lines());
            assertThat(reading.problems()).hasSizeLessThanOrEqualTo(ListReader.MAX_PROBLEMS);
            assertThat(reading.content().entries().size()
                            + reading.content().relations().size()
                            + reading.bad())
                    .isGreaterThanOrEqualTo(file.lines().size());
        }
    }
}
