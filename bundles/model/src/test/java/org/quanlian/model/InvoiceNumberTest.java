package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceNumberTest {
    private static final String DIGITAL = "25142000000012345678";

    @Test
    void shouldBeTheSameInvoice_whenCodeAndNumberAreTheSame() {
        assertThat(InvoiceNumber.digital(DIGITAL))
                .isEqualTo(InvoiceNumber.digital(DIGITAL))
                .hasSameHashCodeAs(InvoiceNumber.digital(DIGITAL));
        assertThat(InvoiceNumber.coded("1400000000", "12345678"))
                .isEqualTo(InvoiceNumber.coded("1400000000", "12345678"))
                .hasSameHashCodeAs(InvoiceNumber.coded("1400000000", "12345678"));
    }

    @Test
    void shouldBeAnotherInvoice_whenCodeOrNumberDiffers() {
        InvoiceNumber invoice = InvoiceNumber.coded("140000000012", "12345678");

        assertThat(invoice).isNotEqualTo(InvoiceNumber.coded("140000000013", "12345678"));
        assertThat(invoice).isNotEqualTo(InvoiceNumber.coded("140000000012", "12345679"));
        assertThat(InvoiceNumber.digital(DIGITAL)).isNotEqualTo(InvoiceNumber.digital("25142000000012345679"));
    }

    /** Twelve digits of code and eight of number are twenty digits, and still not a fully digital invoice. */
    @Test
    void shouldBeAnotherInvoice_whenTheSameDigitsAreOfAnotherKind() {
        assertThat(InvoiceNumber.coded("251420000000", "12345678")).isNotEqualTo(InvoiceNumber.digital(DIGITAL));
        assertThat(InvoiceNumber.coded("251420000000", "12345678").toString()).isNotEqualTo(DIGITAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "2514200000001234567", "251420000000123456789", "2514200000001234567X"})
    void shouldRefuseADigitalNumberThatIsNotTwentyDigits(String number) {
        assertRefused("invoice.number", () -> InvoiceNumber.digital(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "140000000", "14000000001", "1400000000123", "14000000AB", "１４００００００００"})
    void shouldRefuseACodeThatIsNotTenOrTwelveDigits(String code) {
        assertRefused("invoice.code", () -> InvoiceNumber.coded(code, "12345678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "1234567a", DIGITAL})
    void shouldRefuseACodedNumberThatIsNotEightDigits(String number) {
        assertRefused("invoice.number", () -> InvoiceNumber.coded("1400000000", number));
    }

    @Test
    void shouldPrintAsPeopleQuoteIt() {
        assertThat(InvoiceNumber.digital(DIGITAL)).hasToString(DIGITAL);
        assertThat(InvoiceNumber.coded("1400000000", "12345678")).hasToString("1400000000-12345678");
    }
}
