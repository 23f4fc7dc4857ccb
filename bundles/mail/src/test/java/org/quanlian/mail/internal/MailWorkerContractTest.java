package org.quanlian.mail.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.mail.internal.smtp.SmtpServer;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestAccounts;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.accounts.Account.State;
import org.quanlian.vouchers.mails.LostMail;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Received;

/** Mails on their way from a notification to a mail server, on each database. */
@EachDatabase
class MailWorkerContractTest {
    private static final Instant NOW = Instant.parse("2025-06-01T02:00:00Z");
    private static final String FROM = "voucher@kjt.example";

    private final TestDatabase database;
    private final Store store;
    private final TestAccounts accounts;
    private final Later clock = new Later();
    private final ScriptedSmtp server = ScriptedSmtp.start();

    MailWorkerContractTest(TestDatabase database) {
        this.database = database;
        store = database.store(Clock.systemUTC());
        accounts = new TestAccounts(store, Clock.systemUTC());
    }

    @BeforeEach
    void nothingIsOwedYet() {
        database.transactions()
                .run(sql -> sql.update("UPDATE mail_outbox SET state = 'LAPSED', settled_at = 0, problem = NULL"
                        + " WHERE state <> 'LAPSED'"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldMailWhatAnAccountIsTold_chineseFirst() throws MessagingException, IOException {
        Account account = withAddress("li@firm.example");
        tell(account, "申请 140100-2025-000123 已退回。", "Claim 140100-2025-000123 was returned.");

        worker().run();

        assertThat(server.mails()).hasSize(1);
        ScriptedSmtp.Mail mail = server.mails().get(0);
        assertThat(mail.from()).isEqualTo(FROM);
        assertThat(mail.recipients()).containsExactly("li@firm.example");
        MimeMessage message = parsed(mail);
        assertThat(message.getSubject()).isEqualTo("【创新券】申请 140100-2025-000123 已退回。");
        assertThat(message.getHeader("From")).containsExactly(FROM);
        assertThat(message.getHeader("To")).containsExactly("li@firm.example");
        assertThat(message.getHeader("Message-ID")).containsExactly("<" + received(account) + "@kjt.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOW);
        assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(body(message))
                .isEqualTo(
                        """
                        申请 140100-2025-000123 已退回。

                        请登录查看：https://voucher.kjt.example/

                        Claim 140100-2025-000123 was returned.

                        Log in to see it: https://voucher.kjt.example/

                        --\s
                        本邮件由系统自动发送，请勿回复。
                        This mail was sent automatically; please do not reply.
                        """
                                .replace("\n", "\r\n"));
        assertThat(mail.text().chars().allMatch(c -> c < 0x80)).isTrue();
    }

    @Test
    void shouldSendOnce_howeverOftenTheWorkerRuns() {
        tell(withAddress("li@firm.example"), "通知", "note");

        worker().run();
        clock.later(Duration.ofHours(1));
        worker().run();

        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void shouldSendOnceLater_whenTheServerWasDown() {
        int port = server.port();
        server.close();
        tell(withAddress("li@firm.example"), "通知", "note");

        worker().run();
        assertThat(waits()).isEqualTo("unreachable");
        try (ScriptedSmtp back = ScriptedSmtp.start(port)) {
            // Not before its wait is over: a minute, a quarter less or more.
            clock.later(Duration.ofSeconds(44));
            worker().run();
            assertThat(back.mails()).isEmpty();

            clock.later(Duration.ofSeconds(32));
            worker().run();
            clock.later(Duration.ofHours(1));
            worker().run();
            assertThat(back.mails()).hasSize(1);
        }
    }

    @Test
    void shouldGiveUpVisibly_whenTheServerStaysDown() {
        server.close();
        tell(withAddress("li@firm.example"), "通知", "note");

        for (int hour = 0; hour <= 80; hour++) {
            worker().run();
            clock.later(Duration.ofHours(1));
        }

        assertThat(lost()).hasSize(1);
        assertThat(lost().get(0).problem()).isEqualTo("unreachable");
        // One by one at first, then every four hours for three days.
        assertThat(lost().get(0).attempts()).isBetween(15, 35);
        assertThat(lost().get(0).givenUpAt()).isBetween(NOW.plus(Duration.ofDays(3)), NOW.plus(Duration.ofHours(80)));
    }

    @Test
    void shouldSendTheSameMailUnderTheSameName_whenItIsNotKnownWhetherItArrived() throws MessagingException {
        tell(withAddress("li@firm.example"), "通知", "note");
        server.goAwayAfterData(true);
        worker().run();
        server.goAwayAfterData(false);
        clock.later(Duration.ofMinutes(2));
        worker().run();

        assertThat(server.mails()).hasSize(2);
        assertThat(server.mails().get(1)).isEqualTo(server.mails().get(0));
        assertThat(parsed(server.mails().get(0)).getMessageID()).isNotBlank();
    }

    @Test
    void shouldSendOnce_whenSeveralNodesSendAtTheSameTime() throws Exception {
        Account account = withAddress("li@firm.example");
        for (int i = 0; i < 60; i++) {
            tell(account, "通知 " + i, "note");
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> node = () -> {
                worker().run();
                return true;
            };
            for (Future<Boolean> result : nodes.invokeAll(java.util.Collections.nCopies(4, node))) {
                result.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        // With SKIP LOCKED all may have stopped while others still held the rest.
        worker().run();

        assertThat(server.mails()).hasSize(60);
        assertThat(new HashSet<>(server.mails())).hasSize(60);
    }

    @Test
    void shouldGiveUpAtOnceWhatTheServerNeverTakes_andSendTheRest() {
        server.refuse("gone@firm.example", "550 5.1.1 <gone@firm.example> no such user");
        tell(withAddress("gone@firm.example"), "通知", "note");
        tell(withAddress("li@firm.example"), "通知", "note");

        worker().run();

        assertThat(server.mails())
                .extracting(ScriptedSmtp.Mail::recipients)
                .containsExactly(List.of("li@firm.example"));
        assertThat(lost()).extracting(LostMail::problem).containsExactly("smtp.550");
    }

    @Test
    void shouldTryAgainWhatTheServerDoesNotTakeNow_andSendTheRest() {
        server.refuse("full@firm.example", "452 4.2.2 mailbox full");
        tell(withAddress("full@firm.example"), "通知", "note");
        tell(withAddress("li@firm.example"), "通知", "note");

        worker().run();

        assertThat(server.mails()).hasSize(1);
        assertThat(lost()).isEmpty();
        assertThat(waits()).isEqualTo("smtp.452");
    }

    @Test
    void shouldKeepAllMails_whenTheServerDoesNotTakeOurs() {
        server.refuse(FROM, "530 5.7.0 authentication required");
        tell(withAddress("li@firm.example"), "通知", "note");
        tell(withAddress("wang@firm.example"), "通知", "note");

        worker().run();

        assertThat(server.commands())
                .filteredOn(command -> command.startsWith("MAIL"))
                .hasSize(1);
        assertThat(lost()).isEmpty();
    }

    @Test
    void shouldSendNothingInClear_whenTheServerCanNotEncrypt() {
        tell(withAddress("li@firm.example"), "通知", "note");

        worker("starttls").run();

        assertThat(server.commands()).isNotEmpty().noneMatch(command -> command.startsWith("MAIL"));
        assertThat(server.mails()).isEmpty();
        assertThat(waits()).isEqualTo("tls");
    }

    @Test
    void shouldLetNoTextBecomeAHeader() throws MessagingException, IOException {
        tell(
                withAddress("li@firm.example"),
                "退回\r\nBcc: evil@evil.example\r\n\r\n<html>\u202e\u0007正文",
                "returned\nSubject: other\n.\nQUIT");

        worker().run();

        ScriptedSmtp.Mail mail = server.mails().get(0);
        MimeMessage message = parsed(mail);
        assertThat(mail.recipients()).containsExactly("li@firm.example");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("Subject")).hasSize(1);
        assertThat(message.getSubject()).isEqualTo("【创新券】退回 Bcc: evil@evil.example <html>正文");
        assertThat(body(message)).contains("Subject: other\r\n.\r\nQUIT\r\n").doesNotContain("\u202e");
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void shouldGiveUp_whatHasNoAddressButSomethingElse() {
        for (String address : List.of(
                "li@firm.example,evil@evil.example",
                "li@firm.example\r\nRCPT TO:<evil@evil.example>",
                "Li <li@firm.example>",
                "李@firm.example",
                "li",
                "li@firm.example>")) {
            Account account = withAddress("li@firm.example");
            // Accounts refuse such a thing, but a database outlives what wrote it.
            database.transactions()
                    .run(sql -> sql.updateOne(
                            "UPDATE accounts SET email = ? WHERE id = ?",
                            address,
                            account.id().value()));
            tell(account, "通知", "note");
        }

        worker().run();

        assertThat(server.mails()).isEmpty();
        assertThat(server.commands()).noneMatch(command -> command.startsWith("RCPT"));
        assertThat(lost()).hasSize(6).allMatch(mail -> mail.problem().equals("address"));
    }

    @Test
    void shouldMailNothingOld_whenMailIsConfiguredOneDay() {
        tell(withAddress("li@firm.example"), "通知", "note");
        clock.later(Duration.ofDays(90));

        worker().run();

        assertThat(server.mails()).isEmpty();
        assertThat(lost()).isEmpty();
    }

    private MailWorker worker() {
        return worker("none");
    }

    private MailWorker worker(String security) {
        MailSettings settings = MailSettings.read(
                        Map.of(
                                "host",
                                "127.0.0.1",
                                "port",
                                Integer.toString(server.port()),
                                "security",
                                security,
                                "from",
                                FROM,
                                "publicUrl",
                                "https://voucher.kjt.example/",
                                "batch",
                                "7"),
                        Path.of("."))
                .orElseThrow();
        return new MailWorker(
                store,
                new SmtpServer(settings),
                settings.schedule(),
                settings.batch(),
                clock,
                RandomGenerator.getDefault());
    }

    private Account withAddress(String address) {
        return accounts.enterprise(accounts.id(), Optional.of(address), State.ACTIVE);
    }

    private void tell(Account account, String zh, String en) {
        store.write(session -> {
            session.notifications()
                    .tellAccount(
                            account.id(),
                            new Notification("claim.returned", "/api/v1/claims", new LocalizedText(zh, en), NOW));
            return true;
        });
    }

    private String received(Account account) {
        return store.<Page<Received>>read(
                        session -> session.notifications().of(account.id(), false, Page.Request.first()))
                .items()
                .get(0)
                .id()
                .value();
    }

    private List<LostMail> lost() {
        return store.<Page<LostMail>>read(session -> session.mails().givenUp(Page.Request.first()))
                .items();
    }

    /** Why the only mail that waits was put off. */
    private String waits() {
        return database.transactions().read(sql -> sql.query("SELECT problem FROM mail_outbox WHERE state = 'OWED'")
                .one(row -> row.string("problem")));
    }

    private static MimeMessage parsed(ScriptedSmtp.Mail mail) throws MessagingException {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.US_ASCII)));
    }

    private static String body(Message message) throws MessagingException, IOException {
        return new String(
                MimeUtility.decode(((MimeMessage) message).getRawInputStream(), "base64")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    /** A clock that goes on when it is told. */
    private static final class Later extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

        void later(Duration duration) {
            now.updateAndGet(instant -> instant.plus(duration));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for " + zone);
        }
    }
}
