package org.quanlian.itests.crash;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.quanlian.itests.year.HeldNode.Answer;
import org.quanlian.itests.year.Person;

/**
 * Something that the node is to write, and what then has to be there. Asked again it is the same request, under the same
 * {@code Idempotency-Key} or on the same version.
 */
final class Write {
    private final Person who;
    private final String method;
    private final String path;
    private final byte[] body;
    private final List<String> headers;
    private final boolean keyed;
    private final List<Mark> marks = new ArrayList<>();
    private volatile boolean there;

    private Write(Person who, String method, String path, byte[] body, List<String> headers, boolean keyed) {
        this.who = who;
        this.method = method;
        this.path = path;
        this.body = body;
        this.headers = headers;
        this.keyed = keyed;
    }

    /** A POST of JSON under a key of its own. */
    static Write post(Person who, String path, String json) {
        List<String> headers = List.of(
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return new Write(who, "POST", path, bytes(json), headers, true);
    }

    /** A change of what was read before. */
    static Write change(Person who, String method, String path, String json, Answer read) {
        List<String> headers = List.of(
                "Content-Type", "application/json", "If-Match", read.tag().orElseThrow());
        return new Write(who, method, path, bytes(json), headers, false);
    }

    /** An upload of a document; asked again, it is another document. */
    static Write upload(Person who, String purpose, byte[] file) {
        return new Write(
                who,
                "POST",
                "/api/v1/documents?purpose=" + purpose,
                file,
                List.of("Content-Type", "application/pdf"),
                false);
    }

    /** The same, after which this must be there too: all that a write leaves is there, or nothing of it. */
    Write leaving(String subject, String what) {
        marks.add(new Mark(subject, what));
        return this;
    }

    /** What it leaves. */
    List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** Asks it of the node. */
    Answer ask() {
        Answer answer = who.ask(method, path, BodyPublishers.ofByteArray(body), headers.toArray(String[]::new));
        if (answer.status() == 401) {
            who.logIn();
            return ask();
        }
        return answer;
    }

    /** Notes that it is there, although nobody was told so. */
    void isThere() {
        there = true;
    }

    /** Whether it is done, so that it must not be asked again; one with a key may be asked however often. */
    boolean isDone() {
        return there && !keyed;
    }

    /** Whether it may be there a second time when it is asked again. */
    boolean isUpload() {
        return !keyed && method.equals("POST") && marks.contains(new Mark("", "a document"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
