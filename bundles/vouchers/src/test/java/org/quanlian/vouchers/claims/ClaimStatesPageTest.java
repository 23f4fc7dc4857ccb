package org.quanlian.vouchers.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Reach;
import org.quanlian.vouchers.access.Role;

/**
 * Draws the states of a claim in {@code docs/claim-states.md} from the code. With {@code -Dquanlian.docs.write=true} the page
 * is written; without it, the test fails when page and code differ.
 */
class ClaimStatesPageTest {
    private static final Path PAGE = Path.of("../../docs/claim-states.md");
    private static final MessageCatalog TEXTS = MessageCatalog.beside(ClaimMove.class);
    private static final MessageCatalog ROLES = MessageCatalog.beside(Role.class);

    @Test
    void shouldStandInTheDocumentationAsItIsInTheCode() throws IOException {
        String page = page();
        if (Boolean.getBoolean("quanlian.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("write it anew by: mvn -pl bundles/vouchers -am test -Dtest=ClaimStatesPageTest"
                        + " -Dquanlian.docs.write=true -Dsurefire.failIfNoSpecifiedTests=false")
                .exists()
                .hasContent(page);
    }

    @Test
    void shouldReachEveryState_andEndInThoseThatAreFinal() {
        for (ClaimState state : ClaimState.values()) {
            boolean reached = state == ClaimState.DRAFT
                    || Arrays.stream(ClaimMove.values()).anyMatch(move -> move.to() == state);

            assertThat(reached).as("something leads to %s", state).isTrue();
        }
        assertThat(Arrays.stream(ClaimState.values()).filter(ClaimState::isFinal))
                .containsExactly(
                        ClaimState.CLAWED_BACK,
                        ClaimState.WITHDRAWN,
                        ClaimState.REJECTED,
                        ClaimState.DECLINED,
                        ClaimState.NOT_APPROVED,
                        ClaimState.EXHAUSTED,
                        ClaimState.CARRIED_OVER,
                        ClaimState.REVOKED);
    }

    private static String page() {
        StringBuilder page = new StringBuilder(
                """
                # 申请状态 · The states of a claim
                This page is drawn from the code (`ClaimMove`); a test fails when they differ. \
                No move but these is possible: another is refused with the state in which the claim is.
                Every move is an event on the claim's timeline, with who made it, when and why.
                本页由代码生成。除下列操作外，任何状态变更均不可能；每次操作都记入申请的办理过程，写明办理人、时间和原因。

                ```mermaid
                stateDiagram-v2
                    [*] --> DRAFT
                """);
        for (ClaimMove move : ClaimMove.values()) {
            sources(move).forEach(from -> page.append("    %s --> %s: %s\n".formatted(from, move.to(), move)));
        }
        Arrays.stream(ClaimState.values())
                .filter(ClaimState::isFinal)
                .forEach(state -> page.append("    %s --> [*]\n".formatted(state)));
        page.append("```\n\n## 状态 · States\n| state | 中文 | English | holds its vouchers |\n|---|---|---|---|\n");
        for (ClaimState state : ClaimState.values()) {
            page.append(row("`" + state + "`", zh("ClaimState." + state), en("ClaimState." + state), holds(state)));
        }
        page.append("\n## 操作 · Moves\n| move | 中文 | from | to | who | reason needed |\n|---|---|---|---|---|---|\n");
        for (ClaimMove move : ClaimMove.values()) {
            page.append(row(
                    "`" + move + "`",
                    zh("ClaimMove." + move),
                    sources(move).stream().map(from -> "`" + from + "`").collect(Collectors.joining(", ")),
                    "`" + move.to() + "`",
                    who(move.action()),
                    move.needsReason() ? "是 · yes" : "否 · no"));
        }
        return page.toString();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static List<ClaimState> sources(ClaimMove move) {
        return Arrays.stream(ClaimState.values()).filter(move::isFrom).toList();
    }

    private static String holds(ClaimState state) {
        return state.holdsVouchers() ? "是 · yes" : "否 · no";
    }

    private static String who(Action action) {
        return Arrays.stream(Role.values())
                .filter(role -> Access.reach(actor(role), action) != Reach.NONE)
                .map(role -> ROLES.render("Role." + role, List.of()))
                .map(name -> name.zh() + " · " + name.en())
                .collect(Collectors.joining("; "));
    }

    private static Actor actor(Role role) {
        boolean ofOrganisation =
                Stream.of(Role.ENTERPRISE, Role.HOST, Role.PROVIDER).anyMatch(role::equals);
        return new Actor(
                new Id<>("01JZZZZZZZZZZZZZZZZZZZZZZZ"),
                "示例",
                role,
                ofOrganisation ? Optional.of(new Id<>("01JZZZZZZZZZZZZZZZZZZZZZZY")) : Optional.empty(),
                role == Role.CITY_REVIEWER ? Optional.of(new Area("140100")) : Optional.empty());
    }

    private static String zh(String key) {
        return TEXTS.render(key, List.of()).zh();
    }

    private static String en(String key) {
        return TEXTS.render(key, List.of()).en();
    }
}
