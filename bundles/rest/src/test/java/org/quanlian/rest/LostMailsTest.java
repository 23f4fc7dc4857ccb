package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.mails.OwedMail;
import org.quanlian.vouchers.notifications.Notification;

@ExtendWith(VoucherNode.Shared.class)
class LostMailsTest {
    private static final String PATH = "/api/v1/mails/lost";
    private static final Instant TOLD = Instant.parse("2025-06-01T02:00:00Z");

    private final VoucherNode node;

    LostMailsTest(VoucherNode node) {
        this.node = node;
    }

    @Test
    void shouldListWhatWasGivenUp_andHaveItSentAgain() {
        Account operator = node.accounts().of(Role.OPERATOR);
        String id = lost();

        HttpResponse<String> page = node.get(operator, PATH + "?limit=1");
        JsonNode item = json(page.body()).get("items").get(0);
        HttpResponse<String> sent = node.post(operator, PATH + "/" + id + "/sending", "{}");
        HttpResponse<String> again = node.post(operator, PATH + "/" + id + "/sending", "{}");

        assertThat(item.get("id").asText()).isEqualTo(id);
        assertThat(item.get("problem").asText()).isEqualTo("smtp.550");
        assertThat(page.body()).doesNotContain("li@firm.example").doesNotContain("通知");
        assertThat(sent.statusCode()).isEqualTo(204);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(node.get(operator, PATH).body()).doesNotContain(id);
    }

    @Test
    void shouldRefuse_whoDoesNotRunTheNode() {
        String id = lost();
        Account department = node.accounts().of(Role.DEPARTMENT);

        assertThat(node.node().get(PATH).statusCode()).isEqualTo(401);
        assertThat(node.get(department, PATH).statusCode()).isEqualTo(403);
        assertThat(node.post(department, PATH + "/" + id + "/sending", "{}").statusCode())
                .isEqualTo(403);
        assertThat(node.get(node.accounts().of(Role.OPERATOR), PATH).body()).contains(id);
    }

    /** The name of a mail that was given up. */
    private String lost() {
        Account account =
                node.accounts().enterprise(node.accounts().id(), Optional.of("li@firm.example"), Account.State.ACTIVE);
        return node.store().write(session -> {
            session.notifications()
                    .tellAccount(
                            account.id(),
                            new Notification("test.note", "/api/v1/claims", new LocalizedText("通知", "note"), TOLD));
            OwedMail mail = session.mails()
                    .take(TOLD, TOLD.plus(Duration.ofMinutes(1)), 1)
                    .get(0);
            session.mails().giveUp(mail, TOLD, "smtp.550");
            return mail.id().value();
        });
    }
}
