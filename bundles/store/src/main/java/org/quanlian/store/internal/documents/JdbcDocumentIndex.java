package org.quanlian.store.internal.documents;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.documents.DocumentIndex;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.documents.PersonalView;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.registry.Organisation;

/** The index of documents of one transaction. */
public final class JdbcDocumentIndex implements DocumentIndex {
    private static final String DOCUMENTS =
            "SELECT id, owner, city, purpose, name, media_type, byte_count, sha256, sm3,"
                    + " address, sealed, uploaded_by, uploaded_at FROM documents";
    private static final String VIEWS =
            "SELECT id, viewed_at, viewer, viewer_name, viewer_role, kind, thing, owner FROM personal_views";

    /** Names sort by age, so what comes after everything is before the first page. */
    private static final String NEWEST = "~";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcDocumentIndex(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<StoredDocument> find(Id<StoredDocument> id) {
        return sql.query(DOCUMENTS + " WHERE id = ?", id.value()).optional(JdbcDocumentIndex::document);
    }

    @Override
    public void add(StoredDocument document) {
        KeptContent content = document.content();
        sql.insertInto("documents")
                .set("id", document.id().value())
                .set("owner", document.owner().value())
                .set("city", document.city().map(Area::code))
                .set("purpose", document.purpose())
                .set("name", document.name())
                .set("media_type", content.type().mediaType())
                .set("byte_count", content.size())
                .set("sha256", content.sha256())
                .set("sm3", content.sm3())
                .set("address", content.address())
                .set("sealed", content.sealed())
                .set("uploaded_by", document.uploadedBy().value())
                .set("uploaded_at", document.uploadedAt())
                .run();
    }

    @Override
    public Page<StoredDocument> ownedBy(Id<Organisation> owner, Page.Request page) {
        List<StoredDocument> read = sql.query(
                        DOCUMENTS + " WHERE owner = ? AND id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        owner.value(),
                        page.after().orElse(NEWEST),
                        page.toRead())
                .list(JdbcDocumentIndex::document);
        return Page.of(read, page, document -> document.id().value());
    }

    @Override
    public long bytesOf(Id<Organisation> owner) {
        return sql.query("SELECT SUM(byte_count) AS bytes FROM documents WHERE owner = ?", owner.value())
                .one(row -> row.optionalNumber("bytes"))
                .orElse(0L);
    }

    @Override
    public boolean standsOn(String address) {
        return sql.query("SELECT id FROM documents WHERE address = ?", address).exists();
    }

    @Override
    public void record(PersonalView view) {
        sql.insertInto("personal_views")
                .set("id", view.id().value())
                .set("viewed_at", view.at())
                .set("viewer", view.viewer().value())
                .set("viewer_name", view.viewerName())
                .set("viewer_role", view.role())
                .set("kind", view.kind())
                .set("thing", view.thing())
                .set("owner", view.owner().value())
                .run();
    }

    @Override
    public Page<PersonalView> views(Optional<String> thing, Page.Request page) {
        String from = page.after().orElse(NEWEST);
        String order = " ORDER BY id DESC FETCH FIRST ? ROWS ONLY";
        List<PersonalView> read = thing.map(
                        of -> sql.query(VIEWS + " WHERE thing = ? AND id < ?" + order, of, from, page.toRead()))
                .orElseGet(() -> sql.query(VIEWS + " WHERE id < ?" + order, from, page.toRead()))
                .list(JdbcDocumentIndex::view);
        return Page.of(read, page, view -> view.id().value());
    }

    private static StoredDocument document(Row row) {
        String mediaType = row.string("media_type");
        return new StoredDocument(
                new Id<>(row.string("id")),
                new Id<>(row.string("owner")),
                row.optionalString("city").map(Area::new),
                row.constant("purpose", DocumentPurpose.class),
                row.string("name"),
                new KeptContent(
                        row.string("address"),
                        DocumentType.ofMediaType(mediaType)
                                .orElseThrow(() -> new StoreException("a document of the type " + mediaType)),
                        row.number("byte_count"),
                        row.string("sha256"),
                        row.string("sm3"),
                        row.bool("sealed")),
                new Id<>(row.string("uploaded_by")),
                row.instant("uploaded_at"));
    }

    private static PersonalView view(Row row) {
        return new PersonalView(
                new Id<>(row.string("id")),
                row.instant("viewed_at"),
                new Id<>(row.string("viewer")),
                row.string("viewer_name"),
                row.constant("viewer_role", Role.class),
                row.constant("kind", PersonalView.Kind.class),
                row.string("thing"),
                new Id<>(row.string("owner")));
    }
}
