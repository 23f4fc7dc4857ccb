package org.quanlian.demo.internal.console;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.quanlian.demo.DemoNode;
import org.quanlian.demo.DemoRefusedException;
import org.quanlian.demo.DemoSize;
import org.quanlian.demo.DemoYear;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.accounts.Identity;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.ClaimTexts;
import org.quanlian.vouchers.documents.ContentStore;

/** {@code quanlian:demo [--seed N] [--claims N]}: fills this node, which is empty, with a fictitious voucher year. */
@Service
@Command(
        scope = "quanlian",
        name = "demo",
        description = "在空节点上生成虚构的演示年度 Fill an empty node with a fictitious voucher year")
public final class DemoCommand implements Action {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(DemoCommand.class);
    private static final long NANOS = 1_000_000_000L;

    @Option(name = "--seed", description = "种子：相同的种子生成相同的年度 The same seed makes the same year")
    long seed = 1;

    @Option(name = "--claims", description = "申请数 How many claims, 50 to 1000")
    int claims = DemoSize.MOST;

    @Reference
    Store store;

    @Reference
    Clock clock;

    @Reference
    PolicyRegistry policies;

    @Reference
    AssessmentService assessments;

    @Reference
    ContentStore contents;

    @Reference
    Identity identity;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        PrintStream out = session.getConsole();
        Undertaking.Scope scope = store.during(Undertaking.atTheConsole("quanlian:demo", "seed " + seed));
        try {
            DemoSize size = new DemoSize(claims);
            long begun = System.nanoTime();
            print(out, progress(TEXTS.render("begin", List.of(seed)), 0, claims));
            DemoYear.Made made = new DemoYear(
                            new DemoNode(store, clock, policies, assessments, contents, identity.passwords()))
                    .make(seed, size, (what, done, of) -> print(out, progress(what, done, of)));
            tell(out, made, (System.nanoTime() - begun) / NANOS);
            return null;
        } catch (DemoRefusedException e) {
            throw failed(e.text());
        } catch (RefusedException e) {
            throw failed(e.text());
        } finally {
            scope.end();
        }
    }

    private void tell(PrintStream out, DemoYear.Made made, long seconds) {
        new TreeMap<>(made.claims()).forEach((state, count) -> print(out, "  %5d  %s".formatted(count, word(state))));
        print(out, lines("done", seconds, made.reviewBodies(), made.providers(), made.enterprises(), claims));
        print(out, lines("accounts"));
        print(out, lines("login"));
        print(out, made.password());
        print(out, lines("warning"));
    }

    /** A line that begins with an ellipsis is shown at once by who asks from afar. */
    private static String progress(LocalizedText what, int done, int of) {
        return "… %s %s %d/%d".formatted(what.zh(), what.en(), done, of);
    }

    private static String word(ClaimState state) {
        LocalizedText text = ClaimTexts.of(state);
        return text.zh() + " " + text.en();
    }

    private static String lines(String key, Object... arguments) {
        LocalizedText text = TEXTS.render(key, List.of(arguments));
        return text.zh() + "\n" + text.en();
    }

    /** Shown at once, so that who waits sees how far it is. */
    private static void print(PrintStream out, String line) {
        out.println(line);
        out.flush();
    }

    private static CommandException failed(LocalizedText why) {
        String reason = why.zh() + "\n" + why.en();
        return new CommandException(reason, reason);
    }
}
