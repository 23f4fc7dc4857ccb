package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.notifications.Notification;

@ExtendWith(VoucherNode.Shared.class)
class NotificationsTest {
    private static final String PATH = "/api/v1/notifications";

    private final VoucherNode node;

    NotificationsTest(VoucherNode node) {
        this.node = node;
    }

    @Test
    void shouldListWhatTheCallerWasTold_newestFirst_pageByPage() {
        Account account = account();
        for (int i = 1; i <= 5; i++) {
            tell(account, "通知" + i, "note " + i);
        }

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(node.get(account, PATH + "?limit=2" + next).body());
            page.get("items").forEach(item -> seen.add(item.at("/text/zh-CN").asText()));
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asText();
        } while (!next.isEmpty());

        assertThat(seen).containsExactly("通知5", "通知4", "通知3", "通知2", "通知1");
    }

    @Test
    void shouldTellAllOfANotification() {
        Account account = account();
        tell(account, "申请已退回。", "The claim was returned.");

        JsonNode item = only(account, "");

        assertThat(item.get("kind").asText()).isEqualTo("claim.returned");
        assertThat(item.get("subject").asText()).isEqualTo("/api/v1/claims/01JX0000000000000000000000");
        assertThat(item.at("/text/en").asText()).isEqualTo("The claim was returned.");
        assertThat(item.get("at").asText()).isEqualTo("2025-06-01T10:00:00+08:00");
        assertThat(item.get("readAt").isNull()).isTrue();
    }

    @Test
    void shouldMarkOneAsRead_andKeepWhenItWasReadFirst() {
        Account account = account();
        tell(account, "一", "one");
        String reading = PATH + "/" + only(account, "").get("id").asText() + "/reading";

        JsonNode first = json(node.post(account, reading, "{}").body());
        JsonNode second = json(node.post(account, reading, "{}").body());

        assertThat(first.get("readAt").isTextual()).isTrue();
        assertThat(second).isEqualTo(first);
        assertThat(only(account, "")).isEqualTo(first);
        assertThat(json(node.get(account, PATH + "?unread=true").body()).get("items"))
                .isEmpty();
    }

    @Test
    void shouldAnswerARetryTheSame_andRefuseItsKeyForAnother() {
        Account account = account();
        tell(account, "一", "one");
        tell(account, "二", "two");
        JsonNode items = json(node.get(account, PATH).body()).get("items");
        String first = PATH + "/" + items.get(0).get("id").asText() + "/reading";
        String second = PATH + "/" + items.get(1).get("id").asText() + "/reading";
        String key = "\"reading-" + account.id() + "\"";

        HttpResponse<String> once = node.post(account, first, "{}", "Idempotency-Key", key);
        HttpResponse<String> again = node.post(account, first, "{}", "Idempotency-Key", key);
        HttpResponse<String> other = node.post(account, second, "{}", "Idempotency-Key", key);

        assertThat(once.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(once.body());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void shouldAnswerThatNothingIsThere_whenItWasToldToAnother() {
        Account owner = account();
        tell(owner, "一", "one");
        String reading = PATH + "/" + only(owner, "").get("id").asText() + "/reading";

        HttpResponse<String> response = node.post(account(), reading, "{}");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(only(owner, "?unread=true").get("readAt").isNull()).isTrue();
    }

    @Test
    void shouldAnswerNotModified_untilSomethingIsNew() {
        Account account = account();
        String tag = node.get(account, PATH).headers().firstValue("ETag").orElseThrow();

        int before = node.get(account, PATH, "If-None-Match", tag).statusCode();
        tell(account, "新", "new");
        int after = node.get(account, PATH, "If-None-Match", tag).statusCode();

        assertThat(before).isEqualTo(304);
        assertThat(after).isEqualTo(200);
    }

    @Test
    void shouldRefuse_whoIsNotKnown_orHasNoNotifications() {
        assertThat(node.node().get(PATH).statusCode()).isEqualTo(401);
        assertThat(node.node().get(PATH, "Authorization", "Basic eDp5").statusCode())
                .isEqualTo(401);
        assertThat(node.get(node.accounts().of(Role.PARTNER_NODE), PATH).statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldRefuse_whatIsNoCursorNoIdNoLimitNoBody() {
        Account account = account();

        assertThat(node.get(account, PATH + "?cursor=%27").statusCode()).isEqualTo(400);
        assertThat(node.get(account, PATH + "?limit=101").statusCode()).isEqualTo(400);
        assertThat(node.get(account, PATH + "?unread=maybe").statusCode()).isEqualTo(400);
        assertThat(node.get(account, PATH + "?read=true").statusCode()).isEqualTo(400);
        assertThat(node.post(account, PATH + "/1%27/reading", "{}").statusCode())
                .isEqualTo(404);
        assertThat(node.post(account, PATH + "/01JX0000000000000000000000/reading", "[1]")
                        .statusCode())
                .isEqualTo(400);
    }

    private Account account() {
        return node.accounts().enterprise(node.accounts().id());
    }

    private void tell(Account account, String zh, String en) {
        node.store().write(session -> {
            session.notifications()
                    .tellAccount(
                            account.id(),
                            new Notification(
                                    "claim.returned",
                                    "/api/v1/claims/01JX0000000000000000000000",
                                    new LocalizedText(zh, en),
                                    Instant.parse("2025-06-01T02:00:00Z")));
            return true;
        });
    }

    private JsonNode only(Account account, String query) {
        JsonNode items = json(node.get(account, PATH + query).body()).get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
