package org.quanlian.store.internal.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.Head;

/** The rows of the anchors. */
final class AnchorRows {
    private static final String ANCHOR = "SELECT seq, digest, signed_at, signing_key, signature FROM audit_anchors";

    private final Sql sql;

    AnchorRows(Sql sql) {
        this.sql = sql;
    }

    List<Anchor> after(long seq, int limit) {
        return sql.query(ANCHOR + " WHERE seq > ? ORDER BY seq FETCH FIRST ? ROWS ONLY", seq, limit)
                .list(AnchorRows::anchor);
    }

    Optional<Anchor> last() {
        return sql.query(ANCHOR + " ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY").optional(AnchorRows::anchor);
    }

    Optional<Anchor> lastBefore(Instant instant) {
        return sql.query(ANCHOR + " WHERE signed_at < ? ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY", instant)
                .optional(AnchorRows::anchor);
    }

    /** Another node may have anchored the same entry meanwhile; both anchors are good, and both files have theirs. */
    void add(Anchor anchor) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("audit_anchors")
                        .set("seq", anchor.head().seq())
                        .set("digest", anchor.head().digest())
                        .set("signed_at", anchor.at())
                        .set("signing_key", anchor.key())
                        .set("signature", anchor.signature())
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            if (!e.is("pk_audit_anchors")) {
                throw e;
            }
        }
    }

    private static Anchor anchor(Row row) {
        return new Anchor(
                new Head(row.number("seq"), row.string("digest")),
                row.instant("signed_at"),
                row.string("signing_key"),
                row.string("signature"));
    }
}
