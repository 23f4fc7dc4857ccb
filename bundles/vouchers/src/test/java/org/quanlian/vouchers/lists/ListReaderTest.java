package org.quanlian.vouchers.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.vouchers.registry.PersonKeys;
import org.quanlian.vouchers.relations.RelationKind;

/** What comes of the lines of a list. */
class ListReaderTest {
    private static final String USCC = "91140100MA0GTAT1XC";

    private final ListReader reader =
            new ListReader(new PersonKeys("a key of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8)));

    @Test
    void shouldReadChineseAndEnglishHeadings_andDatesAsTheyAreWritten() {
        ListReading reading = reader.read(
                ListKind.TECH_SME,
                numbered(List.of(
                        Map.of("统一社会信用代码", USCC, "企业名称", "太原示例科技有限公司", "编号", "2024", "有效期起", "2025年1月1日"),
                        Map.of("uscc", USCC, "name", "太原示例科技有限公司", "until", "20251231", "from", "2025/3/1"))));

        assertThat(reading.isGood()).isTrue();
        assertThat(reading.content().entries()).hasSize(2);
        assertThat(reading.content().entries().get(0).validity().from()).contains(LocalDate.of(2025, 1, 1));
        assertThat(reading.content().entries().get(1).validity().until()).contains(LocalDate.of(2025, 12, 31));
    }

    @Test
    void shouldTellEveryBadLine_withItsNumberAndColumn() {
        ListReading reading = reader.read(
                ListKind.SUSPENSION,
                numbered(List.of(
                        Map.of("uscc", "91140100MA0GTAT1XX", "name", "甲", "until", "2025-01-01"),
                        Map.of("uscc", USCC, "name", "甲", "until", "2025-02-30"),
                        Map.of("uscc", USCC, "name", "甲"),
                        Map.of("uscc", USCC, "name", "甲", "untill", "2025-01-01"),
                        Map.of("uscc", USCC, "name", "甲", "from", "2025-02-01", "until", "2025-01-01"),
                        Map.of("uscc", USCC, "name", "甲", "until", "2025-01-01"))));

        assertThat(reading.isGood()).isFalse();
        assertThat(reading.bad()).isEqualTo(5);
        assertThat(reading.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly("2 uscc", "3 until", "4 until", "5 untill", "6 until");
    }

    @Test
    void shouldBoundWhatItTells_butCountAll() {
        ListReading reading = reader.read(ListKind.CREDIT, numbered(Collections.nCopies(250, Map.of("name", "甲"))));

        assertThat(reading.bad()).isEqualTo(250);
        assertThat(reading.problems()).hasSize(ListReader.MAX_PROBLEMS);
    }

    @Test
    void shouldRefuseAnEmptyList() {
        assertThat(reader.read(ListKind.CREDIT, List.of()).isGood()).isFalse();
    }

    @Test
    void shouldReadRelations_andKeepNoNumberOfAPerson() {
        ListReading reading = reader.read(
                ListKind.RELATIONS,
                numbered(List.of(
                        relation("单位", "91110000600037341L", "持股", "51.5%"),
                        relation("PERSON", "11010519491231002X", "EXECUTIVE", null),
                        relation("PERSON", "11010519491231002X", "EXECUTIVE", "10"),
                        relation("个人", "110105194912310021", "任职", null))));

        assertThat(reading.content().relations())
                .extracting(tie -> tie.kind())
                .containsExactly(RelationKind.HOLDING, RelationKind.EXECUTIVE);
        assertThat(reading.content().relations().toString()).doesNotContain("19491231");
        assertThat(reading.problems())
                .extracting(problem -> problem.line() + " " + problem.column())
                .containsExactly("4 ", "5 holder");
    }

    private static Map<String, String> relation(String type, String holder, String kind, String percentage) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "holderType", type,
                "holder", holder,
                "holderName", "示例持有方",
                "held", USCC,
                "heldName", "太原示例科技有限公司",
                "kind", kind));
        Optional.ofNullable(percentage).ifPresent(value -> fields.put("percentage", value));
        return fields;
    }

    private static List<RawLine> numbered(List<Map<String, String>> lines) {
        List<RawLine> raw = new ArrayList<>();
        for (Map<String, String> fields : lines) {
            raw.add(new RawLine(raw.size() + 2, fields));
        }
        return raw;
    }
}
