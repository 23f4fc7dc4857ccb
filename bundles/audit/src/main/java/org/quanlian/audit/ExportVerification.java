package org.quanlian.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quanlian.keys.VerificationKey;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.ChainVerification;
import org.quanlian.vouchers.audit.Head;

/** Goes through an exported trail, line by line, without a node. */
public final class ExportVerification {
    /** What an export's first line says it is. */
    static final String FORMAT = "quanlian-audit-1";

    private final PublicKeys keys = new PublicKeys();
    private final SortedSet<String> signers = new TreeSet<>();
    private Head cut = Head.NONE;
    private ChainVerification chain = new ChainVerification(Head.NONE, keys);
    private long anchors;
    private Optional<Head> end = Optional.empty();

    private ExportVerification() {}

    /**
     * What was found.
     *
     * @param from what stands before the first entry
     * @param to the last entry that was looked at
     * @param anchors how many anchors were looked at
     * @param keys names of the keys by which they are signed, to be compared with what the node's operator tells
     * @param broken the first thing that does not hold; empty when all is whole
     */
    public record Result(Head from, Head to, long anchors, SortedSet<String> keys, Optional<Break> broken) {
        public Result {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(keys, "keys");
            Objects.requireNonNull(broken, "broken");
        }
    }

    /**
     * Verifies an export.
     *
     * @throws IllegalArgumentException when its first line says that it is something else
     */
    public static Result verify(BufferedReader export) throws IOException {
        ExportVerification verification = new ExportVerification();
        String first = export.readLine();
        verification.begin(first == null ? "" : first);
        Optional<Break> broken = verification.lines(export);
        return new Result(
                verification.cut,
                verification.chain.last(),
                verification.anchors,
                verification.signers,
                broken.isPresent() ? broken : verification.finish());
    }

    private void begin(String line) {
        JsonNode node = TrailLines.parse(line);
        if (!FORMAT.equals(node.path("format").textValue())) {
            throw new IllegalArgumentException("the file is no " + FORMAT);
        }
        cut = new Head(TrailLines.number(node, "cut"), TrailLines.text(node, "digest"));
        chain = new ChainVerification(cut, keys);
    }

    private Optional<Break> lines(BufferedReader export) throws IOException {
        for (String line = export.readLine(); line != null; line = export.readLine()) {
            try {
                if (end.isPresent() || !line(line)) {
                    break;
                }
            } catch (IllegalArgumentException e) {
                return Optional.of(
                        new Break(chain.last().seq() + 1, Break.What.CHANGED, String.valueOf(e.getMessage())));
            }
        }
        return Optional.empty();
    }

    private boolean line(String line) {
        JsonNode node = TrailLines.parse(line);
        if (node.has("seq")) {
            AuditEntry entry = TrailLines.entry(line, node);
            return chain.entry(entry);
        }
        if (node.has("anchor")) {
            Anchor anchor = TrailLines.anchor(line);
            chain.anchor(anchor);
            signers.add(anchor.key());
            anchors++;
        } else if (node.has("public")) {
            Algorithm algorithm = Algorithm.named(TrailLines.text(node, "algorithm"))
                    .orElseThrow(() -> new IllegalArgumentException("a key has an unknown algorithm"));
            keys.add(VerificationKey.parse(algorithm, TrailLines.text(node, "public")));
        } else if (node.has("end")) {
            end = Optional.of(new Head(TrailLines.number(node, "end"), TrailLines.text(node, "digest")));
        } else {
            throw new IllegalArgumentException("a line is neither key, anchor, entry nor end");
        }
        return true;
    }

    private Optional<Break> finish() {
        Optional<Break> broken = chain.end(end);
        if (broken.isEmpty() && end.isEmpty()) {
            return Optional.of(new Break(chain.last().seq() + 1, Break.What.CUT_OFF, "the file has no last line"));
        }
        return broken;
    }
}
