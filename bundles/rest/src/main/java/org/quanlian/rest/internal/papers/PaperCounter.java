package org.quanlian.rest.internal.papers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.papers.Paper;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperOffice;
import org.quanlian.vouchers.papers.PaperPress;
import org.quanlian.vouchers.papers.PrintedPaper;
import org.quanlian.vouchers.publication.PublicNotice;

/** Where papers are given out: what stands on them is read, they are printed, and that they were is written down. */
final class PaperCounter {
    private static final Duration RETRY_PRESS_AFTER = Duration.ofSeconds(5);

    private final Api api;
    private final PaperOffice office;
    private final Supplier<Optional<PaperPress>> press;

    /**
     * @param api does the work of resources
     * @param office tells what stands on papers
     * @param press prints them, while it is there
     */
    PaperCounter(Api api, PaperOffice office, Supplier<Optional<PaperPress>> press) {
        this.api = api;
        this.office = office;
        this.press = press;
    }

    /** What stands on a paper, for an actor. */
    @FunctionalInterface
    interface Asked {
        /** Reads it. */
        Paper read(PaperOffice office, Session session, Actor actor);
    }

    /** Gives a paper to an actor. */
    Response give(HttpServletRequest request, PaperFormat format, Asked asked) {
        Query.of(request);
        Api.Ports at = api.ports();
        Paper paper = at.store().read(session -> asked.read(office, session, Api.caller(at, session, request)));
        return give(at, paper, format, session -> Api.caller(at, session, request));
    }

    /** Gives the list of a public notice to anybody. */
    Response giveOpenly(HttpServletRequest request, PaperFormat format, Id<PublicNotice> notice) {
        Query.of(request);
        Api.Ports at = api.ports();
        Paper paper = at.store().read(session -> office.notice(session, notice));
        return give(at, paper, format, session -> {
            // It is nobody that the trail could name.
        });
    }

    /** Printing stands between two transactions: none waits for it. */
    private Response give(Api.Ports at, Paper paper, PaperFormat format, Consumer<Session> whoeverAsks) {
        PrintedPaper printed = press().print(paper, format);
        boolean known = at.store().read(session -> office.isIssued(session, printed));
        if (!known) {
            at.store().write(session -> {
                whoeverAsks.accept(session);
                office.issue(session, paper, format, printed);
                return printed;
            });
        }
        String name = printed.title() + "-" + paper.reference() + "." + format.extension();
        return Response.ok(printed.bytes())
                .type(format.mediaType())
                .header("Content-Length", printed.bytes().length)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name))
                .header("ETag", '"' + digest(printed.bytes()) + '"')
                .build();
    }

    private PaperPress press() {
        return press.get()
                .orElseThrow(() -> ProblemException.later(ProblemKind.SERVICE_UNAVAILABLE, "", RETRY_PRESS_AFTER));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name.replace('/', '-'), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
