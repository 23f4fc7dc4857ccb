package org.quanlian.vouchers.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quanlian.vouchers.audit.Break.What;

/** Whatever is done to a chain is found, at the first entry that it concerns. */
class ChainTamperingTest {
    private static final Instant AT = Instant.parse("2026-03-01T02:03:04.000005Z");
    private static final TestSignatures SIGNATURES = new TestSignatures();

    /** Each changes one thing that an entry says. */
    private static final List<UnaryOperator<AuditEntry>> EDITS = List.of(
            entry -> deed(
                    entry,
                    d -> new AuditEntry.Deed(
                            d.id() + "X", d.at(), d.who(), d.source(), d.trace(), d.operation(), d.subject())),
            entry -> deed(
                    entry,
                    d -> new AuditEntry.Deed(
                            d.id(),
                            d.at().plusNanos(1_000),
                            d.who(),
                            d.source(),
                            d.trace(),
                            d.operation(),
                            d.subject())),
            entry -> who(entry, w -> new Who(w.account() + "X", w.role(), w.organisation())),
            entry -> who(entry, w -> new Who(w.account(), w.role() + "X", w.organisation())),
            entry -> who(entry, w -> new Who(w.account(), w.role(), w.organisation() + "X")),
            entry -> deed(
                    entry,
                    d -> new AuditEntry.Deed(
                            d.id(), d.at(), d.who(), d.source() + "1", d.trace(), d.operation(), d.subject())),
            entry -> deed(
                    entry,
                    d -> new AuditEntry.Deed(
                            d.id(), d.at(), d.who(), d.source(), d.trace() + "1", d.operation(), d.subject())),
            entry -> deed(
                    entry,
                    d -> new AuditEntry.Deed(
                            d.id(), d.at(), d.who(), d.source(), d.trace(), d.operation() + "1", d.subject())),
            entry -> deed(
                    entry,
                    d -> new AuditEntry.Deed(
                            d.id(), d.at(), d.who(), d.source(), d.trace(), d.operation(), d.subject() + "1")),
            entry -> outcome(
                    entry,
                    Outcome.refused(
                            entry.outcome().status() + 1, entry.outcome().code())),
            entry -> outcome(
                    entry,
                    Outcome.refused(entry.outcome().status(), entry.outcome().code() + "x")),
            entry -> outcome(entry, entry.outcome().equals(Outcome.REPEATED) ? Outcome.DONE : Outcome.REPEATED),
            entry -> changes(entry, List.of()),
            entry -> changes(entry, List.of(new RowChange("t", "k", "a", "c"))),
            entry -> changes(entry, List.of(new RowChange("t", "kx", "a", "b"))),
            entry -> changes(entry, List.of(new RowChange("u", "k", "a", "b"))),
            entry -> changes(entry, List.of(new RowChange("t", "k", "x", "b"))),
            entry -> algorithm(entry, entry.algorithm().equals("SM3") ? "SHA-256" : "SM3"),
            entry -> algorithm(entry, "NONE"),
            entry -> links(entry, "f".repeat(64), entry.digest()),
            entry -> links(entry, entry.previous(), "f".repeat(64)));

    @Property(tries = 60)
    void aChainThatNobodyTouchedIsWhole(@ForAll("chains") List<AuditEntry> chain) {
        assertThat(verified(chain, List.of(anchor(chain, chain.size() - 1)))).isEmpty();
    }

    @Property(tries = 300)
    void anyFieldThatIsEditedIsFound(
            @ForAll("chains") List<AuditEntry> chain,
            @ForAll @IntRange(max = 1000) int place,
            @ForAll @IntRange(max = 20) int edit) {
        List<AuditEntry> edited = new ArrayList<>(chain);
        int at = place % chain.size();
        edited.set(at, EDITS.get(edit).apply(chain.get(at)));

        assertThat(verified(edited, List.of()).map(Break::seq)).contains(at + 1L);
    }

    @Property(tries = 100)
    void anEntryThatIsTakenOutIsFound(@ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 1000) int at) {
        List<AuditEntry> edited = new ArrayList<>(chain);
        int gone = at % chain.size();
        edited.remove(gone);

        Optional<Break> found = verified(edited, List.of(), Optional.of(head(chain)));

        assertThat(found.map(Break::seq)).contains(gone + 1L);
        assertThat(found.map(Break::what)).contains(gone == chain.size() - 1 ? What.CUT_OFF : What.MISSING);
    }

    @Property(tries = 100)
    void anEntryThatIsPutInIsFound(@ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 1000) int at) {
        List<AuditEntry> edited = new ArrayList<>(chain);
        int place = at % chain.size();
        Head before = place == 0 ? Head.NONE : head(chain.subList(0, place));
        edited.add(
                place,
                Chain.link(before, chain.get(0).deed(), Outcome.refused(418, "put.in"), List.of(), ChainHash.SHA_256));

        assertThat(verified(edited, List.of()).map(Break::seq).orElseThrow()).isBetween(place + 1L, place + 2L);
    }

    @Property(tries = 100)
    void twoEntriesThatChangePlacesAreFound(
            @ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 1000) int at) {
        if (chain.size() < 2) {
            return;
        }
        List<AuditEntry> edited = new ArrayList<>(chain);
        int place = at % (chain.size() - 1);
        edited.set(place, chain.get(place + 1));
        edited.set(place + 1, chain.get(place));

        assertThat(verified(edited, List.of()).map(Break::seq)).contains(place + 1L);
    }

    @Property(tries = 100)
    void aChainThatEndsBeforeAnAnchorIsFound(
            @ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 1000) int at) {
        int left = at % chain.size();
        List<AuditEntry> rest = chain.subList(0, left);

        Optional<Break> found = verified(rest, List.of(anchor(chain, chain.size() - 1)));

        assertThat(found).contains(new Break(left + 1L, What.CUT_OFF, "anchor " + chain.size()));
    }

    @Property(tries = 100)
    void aChainThatIsWrittenAnewIsFoundByItsAnchor(
            @ForAll("chains") List<AuditEntry> chain, @ForAll @IntRange(max = 1000) int at) {
        int anchored = at % chain.size();
        Anchor anchor = anchor(chain, anchored);

        Optional<Break> found = verified(writtenAnew(chain), List.of(anchor));

        assertThat(found.map(Break::seq)).contains(anchored + 1L);
        assertThat(found.map(Break::what)).contains(What.REWRITTEN);
    }

    @Property(tries = 20)
    void anAnchorOfSomebodyElseIsFound(@ForAll("chains") List<AuditEntry> chain) {
        Anchor foreign = new TestSignatures().anchor(head(chain), AT);

        assertThat(verified(chain, List.of(foreign)).map(Break::what)).contains(What.FOREIGN_ANCHOR);
    }

    @Property(tries = 20)
    void aBeginningThatIsGoneIsFound_unlessTheNodeSaysSo(@ForAll("chains") List<AuditEntry> chain) {
        Head cut = head(chain);
        ChainVerification secretly = new ChainVerification(cut, SIGNATURES);
        secretly.anchor(anchor(chain, chain.size() - 1));
        ChainVerification openly = new ChainVerification(cut, SIGNATURES);
        openly.anchor(anchor(chain, chain.size() - 1));
        AuditEntry.Deed pruning =
                new AuditEntry.Deed("id", AT, Who.NODE, "", "", ChainVerification.PRUNING, Long.toString(cut.seq()));
        openly.entry(Chain.link(cut, pruning, Outcome.DONE, List.of(), ChainHash.SHA_256));

        assertThat(secretly.end(Optional.empty()).map(Break::what)).contains(What.CUT_OFF);
        assertThat(openly.end(Optional.empty())).isEmpty();
    }

    @Provide
    Arbitrary<List<AuditEntry>> chains() {
        Arbitrary<String> text = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('"', '\\', '\n', '券', '/')
                .ofMaxLength(12);
        Arbitrary<AuditEntry.Deed> deeds = Combinators.combine(text, text, text, text, text, text)
                .as((account, organisation, source, trace, operation, subject) -> new AuditEntry.Deed(
                        "id" + account,
                        AT,
                        new Who(account, "ENTERPRISE", organisation),
                        source,
                        trace,
                        operation,
                        subject));
        Arbitrary<Outcome> outcomes = Arbitraries.of(Outcome.DONE, Outcome.REPEATED, Outcome.refused(403, "no"));
        Arbitrary<ChainHash> hashes = Arbitraries.of(ChainHash.SHA_256, ChainHash.SM3);
        Arbitrary<UnaryOperator<List<AuditEntry>>> steps = Combinators.combine(deeds, outcomes, hashes)
                .as((deed, outcome, hash) -> chain -> {
                    Head head = chain.isEmpty() ? Head.NONE : head(chain);
                    List<AuditEntry> longer = new ArrayList<>(chain);
                    longer.add(Chain.link(head, deed, outcome, List.of(new RowChange("t", "k", "a", "b")), hash));
                    return longer;
                });
        return steps.list().ofMinSize(1).ofMaxSize(12).map(all -> {
            List<AuditEntry> chain = List.of();
            for (UnaryOperator<List<AuditEntry>> step : all) {
                chain = step.apply(chain);
            }
            return chain;
        });
    }

    private static Optional<Break> verified(List<AuditEntry> chain, List<Anchor> anchors) {
        return verified(chain, anchors, Optional.empty());
    }

    private static Optional<Break> verified(List<AuditEntry> chain, List<Anchor> anchors, Optional<Head> head) {
        ChainVerification verification = new ChainVerification(Head.NONE, SIGNATURES);
        anchors.forEach(verification::anchor);
        chain.forEach(verification::entry);
        return verification.end(head);
    }

    private static List<AuditEntry> writtenAnew(List<AuditEntry> chain) {
        List<AuditEntry> anew = new ArrayList<>();
        for (AuditEntry entry : chain) {
            Head head = anew.isEmpty() ? Head.NONE : head(anew);
            Outcome lie = Outcome.refused(499, "lie");
            anew.add(Chain.link(head, entry.deed(), lie, entry.changes(), ChainHash.SHA_256));
        }
        return anew;
    }

    private static Head head(List<AuditEntry> chain) {
        AuditEntry last = chain.get(chain.size() - 1);
        return new Head(last.seq(), last.digest());
    }

    private static Anchor anchor(List<AuditEntry> chain, int at) {
        return SIGNATURES.anchor(head(chain.subList(0, at + 1)), AT);
    }

    private static AuditEntry deed(AuditEntry entry, UnaryOperator<AuditEntry.Deed> edit) {
        return of(entry, edit.apply(entry.deed()), entry.outcome(), entry.changes());
    }

    private static AuditEntry who(AuditEntry entry, UnaryOperator<Who> edit) {
        return deed(
                entry,
                d -> new AuditEntry.Deed(
                        d.id(), d.at(), edit.apply(d.who()), d.source(), d.trace(), d.operation(), d.subject()));
    }

    private static AuditEntry outcome(AuditEntry entry, Outcome outcome) {
        return of(entry, entry.deed(), outcome, entry.changes());
    }

    private static AuditEntry changes(AuditEntry entry, List<RowChange> changes) {
        return of(entry, entry.deed(), entry.outcome(), changes);
    }

    private static AuditEntry of(AuditEntry entry, AuditEntry.Deed deed, Outcome outcome, List<RowChange> changes) {
        return new AuditEntry(entry.seq(), deed, outcome, changes, entry.algorithm(), entry.previous(), entry.digest());
    }

    private static AuditEntry algorithm(AuditEntry entry, String algorithm) {
        return new AuditEntry(
                entry.seq(),
                entry.deed(),
                entry.outcome(),
                entry.changes(),
                algorithm,
                entry.previous(),
                entry.digest());
    }

    private static AuditEntry links(AuditEntry entry, String previous, String digest) {
        return new AuditEntry(
                entry.seq(), entry.deed(), entry.outcome(), entry.changes(), entry.algorithm(), previous, digest);
    }
}
