package org.quanlian.vouchers.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * What is being done for somebody, in as many transactions as it takes: a request, a command, a round of the node's. It
 * belongs to one thread; who does it may become known only on the way.
 */
public final class Undertaking {
    /** The longest text that goes into an entry; what is longer is cut off. */
    public static final int MAX_TEXT = 300;

    private final String operation;
    private final String subject;
    private final String source;
    private final String trace;
    private Optional<Who> who;

    private Undertaking(String operation, String subject, String source, String trace, Optional<Who> who) {
        this.operation = bounded(operation);
        this.subject = bounded(subject);
        this.source = bounded(source);
        this.trace = bounded(trace);
        this.who = who;
    }

    /**
     * Something that is asked for from outside.
     *
     * @param operation method and form of the path, for example {@code POST /api/v1/claims/{id}/filing}
     * @param subject what it is done to, as its path
     * @param source where it comes from
     * @param trace name of the request
     */
    public static Undertaking asked(String operation, String subject, String source, String trace) {
        return new Undertaking(operation, subject, source, trace, Optional.empty());
    }

    /** Something that the node does by itself. */
    public static Undertaking ofTheNode(String operation, String subject) {
        return new Undertaking(operation, subject, "", "", Optional.of(Who.NODE));
    }

    /** Something that is done at the node's console. */
    public static Undertaking atTheConsole(String operation, String subject) {
        return new Undertaking(operation, subject, "console", "", Optional.of(Who.CONSOLE));
    }

    /** It, with another subject. */
    public Undertaking about(String other) {
        return new Undertaking(operation, other, source, trace, who);
    }

    /** From now on it is known who does it. */
    public void by(Who known) {
        who = Optional.of(known);
    }

    /** Who does it, once that is known. */
    public Optional<Who> who() {
        return who;
    }

    /** What is done, without what it is done to. */
    public String operation() {
        return operation;
    }

    /** What it is done to, as its path; empty when it has none. */
    public String subject() {
        return subject;
    }

    /** Where it comes from: an address, {@code console}, or empty for the node itself. */
    public String source() {
        return source;
    }

    /** Name of the request, as in logs and answers; empty when it is none. */
    public String trace() {
        return trace;
    }

    /** Strangers choose paths: what no database holds is not kept, and nothing without end. */
    private static String bounded(String text) {
        Objects.requireNonNull(text, "text");
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return clean.length() <= MAX_TEXT ? clean : clean.substring(0, MAX_TEXT).replaceAll("\\p{Cs}", "?");
    }

    /** Until it ends, what its thread writes is written down as part of the undertaking. */
    @FunctionalInterface
    public interface Scope {
        /** Ends it; what was the thread's undertaking before is so again. */
        void end();
    }
}
