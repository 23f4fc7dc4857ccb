package org.quanlian.vouchers.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/** The page for people tells what the access table tells. */
class AccessDocumentTest {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(Access.class);
    private static final String BEGIN = "<!-- the table, as AccessDocumentTest writes it -->\n";
    private static final List<Role> COLUMNS = List.of(
            Role.ENTERPRISE,
            Role.HOST,
            Role.PROVIDER,
            Role.CITY_REVIEWER,
            Role.SHARING_CENTRE,
            Role.EXPERT,
            Role.DEPARTMENT,
            Role.AUDITOR,
            Role.OPERATOR,
            Role.PARTNER_NODE);

    @Test
    void shouldTellThePageWhatTheTableTells() throws IOException {
        Path page = Path.of("../../docs/access.md");
        String text = Files.readString(page);
        String expected = text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table();
        Path rewritten = Path.of("target/access.md");
        Files.createDirectories(rewritten.getParent());
        Files.writeString(rewritten, expected);

        assertThat(text)
                .as("docs/access.md; after a change of AccessTable, copy bundles/vouchers/target/access.md over it")
                .isEqualTo(expected);
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| | ");
        COLUMNS.forEach(role -> table.append(text("Role." + role)).append(" | "));
        table.append("\n|---|").append("---|".repeat(COLUMNS.size())).append('\n');
        for (Action action : Action.values()) {
            table.append("| ").append(text("Action." + action)).append(" | ");
            table.append(COLUMNS.stream()
                    .map(role -> word(AccessTable.reach(role, action)))
                    .collect(Collectors.joining(" | ")));
            table.append(" |\n");
        }
        return table.toString().replace(" \n", "\n");
    }

    private static String word(Reach reach) {
        return switch (reach) {
            case NONE -> "";
            case ASSIGNED -> "assigned";
            case OWN -> "own";
            case CITY -> "city";
            case ALL_MASKED -> "masked";
            case ALL -> "all";
        };
    }

    private static String text(String key) {
        LocalizedText text = TEXTS.render(key, List.of());
        return text.zh() + " " + text.en();
    }

    @Test
    void shouldHaveARoleInEveryColumn() {
        assertThat(COLUMNS).containsExactlyInAnyOrder(Role.values());
        assertThat(Arrays.stream(Action.values()).filter(action -> COLUMNS.stream()
                        .allMatch(role -> AccessTable.reach(role, action) == Reach.NONE)))
                .as("actions that nobody may do")
                .isEmpty();
    }

    @Test
    void shouldKeepToWhatTheDesignSaysOfTheRoles() {
        List<Action> moving = Arrays.stream(Action.values())
                .filter(action -> !action.name().startsWith("READ_"))
                .toList();

        // The auditor reads and changes nothing.
        assertThat(moving).allSatisfy(action -> assertThat(AccessTable.reach(Role.AUDITOR, action))
                .isEqualTo(Reach.NONE));
        // The operator runs the node and reads no claims, nor what claims are made of.
        assertThat(List.of(
                        Action.READ_CLAIM,
                        Action.READ_ORDER,
                        Action.READ_ORGANISATION,
                        Action.READ_DOCUMENT,
                        Action.READ_PERSONAL_DOCUMENT,
                        Action.READ_LEDGER,
                        Action.READ_VIOLATIONS))
                .allSatisfy(action ->
                        assertThat(AccessTable.reach(Role.OPERATOR, action)).isEqualTo(Reach.NONE));
        // A city has its own city alone, an expert what is assigned, an enterprise itself: never all.
        for (Role role : List.of(Role.CITY_REVIEWER, Role.EXPERT, Role.ENTERPRISE, Role.HOST, Role.PROVIDER)) {
            assertThat(Action.values()).allSatisfy(action -> assertThat(AccessTable.reach(role, action))
                    .as(role + " " + action)
                    .isNotIn(Reach.ALL, Reach.ALL_MASKED));
        }
        assertThat(Action.values()).allSatisfy(action -> assertThat(AccessTable.reach(Role.EXPERT, action))
                .isIn(Reach.NONE, Reach.ASSIGNED));
        assertThat(Action.values()).allSatisfy(action -> assertThat(AccessTable.reach(Role.CITY_REVIEWER, action))
                .isIn(Reach.NONE, Reach.ASSIGNED, Reach.CITY));
    }
}
