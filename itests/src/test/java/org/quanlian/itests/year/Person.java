package org.quanlian.itests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.quanlian.itests.year.HeldNode.Answer;

/** Somebody who asks a node, as nobody at first and then as the account with which they logged in. */
public final class Person {
    /** The password of everybody. */
    static final String PASSWORD = "four plain words here";

    private static final String JSON = "application/json";

    private final HeldNode node;
    private final String login;
    private List<String> credentials = List.of();

    private Person(HeldNode node, String login) {
        this.node = node;
        this.login = login;
    }

    /** Somebody without an account. */
    public static Person stranger(HeldNode node) {
        return new Person(node, "");
    }

    /** Somebody who logged in with {@link #PASSWORD}. */
    public static Person of(HeldNode node, String login) {
        Person person = new Person(node, login);
        person.logIn();
        return person;
    }

    /** Somebody who logs in with a password that is good once, and sets {@link #PASSWORD}. */
    static Person withOneTimePassword(HeldNode node, String login, String oneTimePassword) {
        Person person = new Person(node, login);
        person.begin(oneTimePassword);
        Answer set = person.put(
                "/api/v1/accounts/me/password",
                """
                {"currentPassword": "%s", "newPassword": "%s"}"""
                        .formatted(oneTimePassword, PASSWORD));
        person.carry(set);
        return person;
    }

    /** Begins a session, because there is none or the last one has ended. */
    public void logIn() {
        begin(PASSWORD);
    }

    /** Reads what is there for this person. */
    public Answer get(String path) {
        return done(ask("GET", path, BodyPublishers.noBody()));
    }

    /** A file that is there for this person. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> answer = node.bytes(path, credentials);
        assertThat(answer.statusCode())
                .as("%s: %s", path, new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return answer.body();
    }

    /** With what status a path is answered to this person. */
    int statusOf(String path) {
        return ask("GET", path, BodyPublishers.noBody()).status();
    }

    /** Posts JSON, which is done. */
    public Answer post(String path, String json) {
        return done(asked("POST", path, json));
    }

    /** Posts JSON on what was read before, which is done. */
    public Answer post(String path, String json, Answer read) {
        return done(asked("POST", path, json, "If-Match", read.tag().orElseThrow()));
    }

    /** Posts JSON, which is refused; tells with what code. */
    String refused(String path, String json) {
        Answer answer = asked("POST", path, json);
        assertThat(answer.status()).as("%s: %s", answer.to(), answer.text()).isBetween(400, 499);
        return answer.at("/code");
    }

    /** Puts JSON, which is done. */
    Answer put(String path, String json) {
        return done(asked("PUT", path, json));
    }

    /** Puts JSON in place of what was read before, which is done. */
    public Answer put(String path, String json, Answer read) {
        return done(asked("PUT", path, json, "If-Match", read.tag().orElseThrow()));
    }

    /** Uploads a file of that type. */
    public Answer upload(String path, String type, byte[] file) {
        return done(ask("POST", path, BodyPublishers.ofByteArray(file), "Content-Type", type));
    }

    private void begin(String password) {
        credentials = List.of();
        carry(post(
                "/api/v1/sessions",
                """
                {"login": "%s", "password": "%s"}""".formatted(login, password)));
    }

    private void carry(Answer tokens) {
        credentials = List.of("Authorization", "Bearer " + tokens.at("/accessToken"));
    }

    private Answer asked(String method, String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", JSON));
        all.addAll(List.of(headers));
        return ask(method, path, BodyPublishers.ofString(json, StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    /** Asks, and tells whatever is answered; headers are names and values in turn. */
    public Answer ask(String method, String path, BodyPublisher body, String... headers) {
        List<String> all = new ArrayList<>(credentials);
        all.addAll(List.of(headers));
        return node.ask(method, path, body, all);
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as("%s: %s", answer.to(), answer.text()).isBetween(200, 299);
        return answer;
    }
}
