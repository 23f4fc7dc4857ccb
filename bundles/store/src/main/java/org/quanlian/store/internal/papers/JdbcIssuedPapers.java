package org.quanlian.store.internal.papers;

import java.util.Optional;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.papers.IssuedPaper;
import org.quanlian.vouchers.papers.IssuedPapers;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperKind;

/** The papers of one transaction. */
public final class JdbcIssuedPapers implements IssuedPapers {
    private static final String COLUMNS =
            "SELECT file_digest, content_digest, kind, format, reference, issued_at FROM issued_papers";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcIssuedPapers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(IssuedPaper paper) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("issued_papers")
                        .set("file_digest", paper.file())
                        .set("content_digest", paper.content())
                        .set("kind", paper.kind())
                        .set("format", paper.format())
                        .set("reference", paper.reference())
                        .set("issued_at", paper.at())
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            // Somebody gave out the same file before: that is when it was issued.
            if (!e.is("pk_issued_papers")) {
                throw e;
            }
        }
    }

    @Override
    public Optional<IssuedPaper> ofFile(String digest) {
        return sql.query(COLUMNS + " WHERE file_digest = ?", digest).optional(JdbcIssuedPapers::paper);
    }

    @Override
    public Optional<IssuedPaper> ofContent(String digest) {
        return sql.query(
                        COLUMNS + " WHERE content_digest = ? ORDER BY issued_at, file_digest FETCH FIRST ROW ONLY",
                        digest)
                .optional(JdbcIssuedPapers::paper);
    }

    private static IssuedPaper paper(Row row) {
        return new IssuedPaper(
                row.string("file_digest"),
                row.string("content_digest"),
                row.constant("kind", PaperKind.class),
                row.constant("format", PaperFormat.class),
                row.string("reference"),
                row.instant("issued_at"));
    }
}
