package org.quanlian.store.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanlian.store.internal.migration.SqlScript.Statement;

class SqlScriptTest {
    @Test
    void shouldEndStatementsAtSemicolons_butNotInQuotesAndComments() {
        assertThat(
                        SqlScript.statements(
                                """
                        -- head; of the file
                        A 'x;''y' "q;r" -- tail;
                          B /* c; 'd
                        */ E;

                        ;F;
                        """))
                .containsExactly(new Statement(2, "A 'x;''y' \"q;r\" \n  B   E"), new Statement(6, "F"));
    }

    @Test
    void shouldKnowNoStatements_whenThereAreCommentsOnly() {
        assertThat(SqlScript.statements("-- nothing\n/* here */ ;")).isEmpty();
    }

    @Test
    void shouldNameTheLine_whenSomethingDoesNotEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlScript.statements("A;\nB"))
                .withMessage("line 2: a statement without its semicolon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlScript.statements("A;\n\n'B;"))
                .withMessage("line 3: a quote that does not end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlScript.statements("/* A;"))
                .withMessage("line 1: a comment that does not end");
    }

    @Test
    void shouldFillInPlaceholders_andRefuseUnknownOnes() {
        assertThat(SqlScript.fill("a ${text}, b ${text}", Map.of("text", "$1"))).isEqualTo("a $1, b $1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SqlScript.fill("a ${txt}", Map.of("text", "CLOB")))
                .withMessage("${txt} is no placeholder; there are [text]");
    }
}
