package org.quanlian.vouchers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonalDataTest {
    private final PersonalData data = new PersonalData() {
        @Override
        public byte[] seal(String text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(byte[] sealed) {
            throw new UnsupportedOperationException();
        }
    };

    @Test
    void shouldShowTheFirstSixAndTheLastFour_ofAnIdNumber() {
        assertThat(data.mask("11010519491231002X")).isEqualTo("110105********002X");
        assertThat(data.mask("110105491231002")).isEqualTo("110105*****1002");
    }

    @Test
    void shouldShowNothing_ofWhatIsShorter() {
        assertThat(data.mask("G12345678")).isEqualTo("*********");
        assertThat(data.mask("1234567890123")).isEqualTo("*".repeat(13));
        assertThat(data.mask("")).isEmpty();
    }
}
