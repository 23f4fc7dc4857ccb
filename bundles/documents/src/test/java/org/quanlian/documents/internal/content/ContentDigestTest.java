package org.quanlian.documents.internal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;

/** What the digest on a paper tells apart. */
class ContentDigestTest {
    @Test
    void shouldTellApart_whatReadsOtherwise() {
        assertThat(List.of(
                        digest(Cell.of("ab"), Cell.of("c")),
                        digest(Cell.of("a"), Cell.of("bc")),
                        digest(Cell.of("100"), Cell.of("")),
                        digest(Cell.of(100), Cell.of("")),
                        digest(Cell.of(new Money(100)), Cell.of(""))))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldBeTheSame_howeverThePaperLooks() {
        Content lying = content(true, Cell.of("a"), Cell.of("b"));

        assertThat(ContentDigest.of(lying)).isEqualTo(digest(Cell.of("a"), Cell.of("b")));
    }

    private static String digest(Cell first, Cell second) {
        return ContentDigest.of(content(false, first, second));
    }

    private static Content content(boolean landscape, Cell first, Cell second) {
        Block table = new Block.Table(
                List.of(Column.text("甲", 50), Column.text("乙", 50)), List.of(List.of(first, second)), List.of());
        return new Content("题", "", "号", "印", landscape, Instant.EPOCH, List.of(table));
    }
}
