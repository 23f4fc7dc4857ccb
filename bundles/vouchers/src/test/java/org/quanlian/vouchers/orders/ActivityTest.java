package org.quanlian.vouchers.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Contract;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceCategory;
import org.quanlian.vouchers.Id;

class ActivityTest {
    private static final String PROVIDER = "91110000600037341L";
    private static final String SPACES = " \u00a0\u3000\u200b\u2003-—－_/·.()（）〔〕【】#";

    @Test
    void shouldTakeACapitalSharpS_forItsSmallOne() {
        assertThat(Writing.plain("STRAẞE 7"))
                .isEqualTo(Writing.plain("straße 7"))
                .isEqualTo("STRASSE7");
    }

    @Property(tries = 300)
    void shouldBeTheSame_inWhateverWidthCaseAndSpacingItIsWritten(
            @ForAll @From("numbers") String number, @ForAll @From("noise") String noise, @ForAll boolean wide) {
        StringBuilder other = new StringBuilder(noise);
        number.chars().forEach(character -> {
            other.append(wide ? (char) (character - '!' + '！') : (char) character);
            if (!noise.isEmpty()) {
                other.append(noise.charAt(noise.length() - 1));
            }
        });
        String lower = other.toString().toLowerCase(Locale.ROOT);
        assertThat(Writing.plain(other.toString())).isEqualTo(number);
        assertThat(Writing.plain(lower)).isEqualTo(number);
        assertThat(contractKeys(number)).isEqualTo(contractKeys(lower));
    }

    @Property(tries = 300)
    void shouldBePlainOnce_andForAll(@ForAll @StringLength(max = 100) String text) {
        String plain = Writing.plain(text);
        assertThat(Writing.plain(plain)).isEqualTo(plain);
    }

    @Test
    void shouldTellDifferentNumbersApart() {
        assertThat(contractKeys("HT-001")).isNotEqualTo(contractKeys("HT-002"));
        assertThat(contractKeys("技字（2025）1号")).isNotEqualTo(contractKeys("检字（2025）1号"));
        assertThat(contractKeys("——")).isNotEqualTo(contractKeys("（）"));
    }

    @Test
    void shouldTellContractsOfDifferentProvidersApart() {
        assertThat(contractKeys("HT-001", PROVIDER)).isNotEqualTo(contractKeys("HT-001", "911400000000000000"));
    }

    @Test
    void shouldFitIntoTheTable_howeverLongAContractNumberIs() {
        String long1 = "甲".repeat(199) + "1";
        String long2 = "甲".repeat(199) + "2";
        assertThat(contractKeys(long1)).isNotEqualTo(contractKeys(long2)).allSatisfy(key -> assertThat(key)
                .hasSizeLessThanOrEqualTo(Activity.MAX_KEY));
        // One ligature that is eighteen letters when it is unfolded.
        assertThat(contractKeys("\ufdfa".repeat(200)))
                .allSatisfy(key -> assertThat(key).hasSizeLessThanOrEqualTo(Activity.MAX_KEY));
    }

    @Test
    void shouldReadInvoiceNumbers_asPeopleTypeThem() {
        InvoiceNumber digital = InvoiceNumber.digital("25142000000012345678");
        InvoiceNumber coded = InvoiceNumber.coded("1400251130", "00012345");
        assertThat(List.of("２５１４２０００００００１２３４５６７８", " 2514 2000 0000 1234 5678", "25142000000012345678\u3000"))
                .allSatisfy(text ->
                        assertThat(InvoiceNumbers.read(Optional.empty(), text)).isEqualTo(digital));
        assertThat(InvoiceNumbers.read(Optional.of("１４００２５１１３０"), "0001 2345")).isEqualTo(coded);
        assertThat(InvoiceNumbers.read(Optional.empty(), "1400251130-00012345")).isEqualTo(coded);
        assertThatThrownBy(() -> InvoiceNumbers.read(Optional.empty(), "1234"))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> InvoiceNumbers.read(Optional.empty(), "2514200000001234567A"))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void shouldBeTheSameInvoice_whenSomebodyWritesCodeAndNumberAsOne() {
        assertThat(keys(InvoiceNumber.coded("014002511301", "00012345"), Activity.Kind.INVOICE))
                .isEqualTo(keys(InvoiceNumber.digital("01400251130100012345"), Activity.Kind.INVOICE));
    }

    @Test
    void shouldBeSortedByItsKeys_soThatClaimsWaitInsteadOfLocking() {
        assertThat(Activity.of(voucher("HT-1", InvoiceNumber.digital("25142000000012345678")), PROVIDER))
                .extracting(Activity::kind)
                .containsExactly(Activity.Kind.INVOICE, Activity.Kind.CONTRACT, Activity.Kind.VOUCHER);
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
                .ofMinLength(1)
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars(SPACES).ofMaxLength(4);
    }

    private static Set<String> contractKeys(String number) {
        return contractKeys(number, PROVIDER);
    }

    private static Set<String> contractKeys(String number, String provider) {
        return Activity.of(voucher(number, InvoiceNumber.digital("25142000000012345678")), provider).stream()
                .filter(activity -> activity.kind() == Activity.Kind.CONTRACT)
                .map(Activity::key)
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(InvoiceNumber number, Activity.Kind kind) {
        return Activity.of(voucher("HT-1", number), PROVIDER).stream()
                .filter(activity -> activity.kind() == kind)
                .map(Activity::key)
                .collect(Collectors.toSet());
    }

    private static BoundVoucher voucher(String contract, InvoiceNumber invoice) {
        return new BoundVoucher(
                new Order(id('1'), id('2'), id('3')),
                ServiceCategory.TESTING,
                Optional.empty(),
                new Contract(Optional.of(contract), Optional.empty(), Optional.empty()),
                List.of(new Invoice(invoice, LocalDate.of(2025, 5, 1), Money.ofYuan(1))),
                List.of(),
                Set.of());
    }

    private static <T> Id<T> id(char last) {
        return new Id<>("0".repeat(Id.LENGTH - 1) + last);
    }
}
