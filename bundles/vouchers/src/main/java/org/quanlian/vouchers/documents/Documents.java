package org.quanlian.vouchers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Uploads and shows documents (材料上传与查看).
 *
 * <p>An upload is done in three steps, because a content is far too long for a transaction: {@link #begin} in one,
 * {@link #receive} in none, {@link #finish} in another. When the last does not happen, a content lies there that is no
 * document's; it is swept later.
 */
public final class Documents {
    private final Clock clock;
    private final Ids ids;
    private final ContentStore contents;
    private final ReviewingCity cities;
    private final List<DocumentConcern> concerns;

    /**
     * @param clock tells when something is uploaded or looked at
     * @param ids names documents
     * @param contents keeps what is in them, and bounds it
     * @param cities tell which body reviews an owner
     * @param concerns tell whom documents concern beside their owners
     */
    public Documents(
            Clock clock, Ids ids, ContentStore contents, ReviewingCity cities, List<DocumentConcern> concerns) {
        this.clock = clock;
        this.ids = ids;
        this.contents = contents;
        this.cities = cities;
        this.concerns = List.copyOf(concerns);
    }

    /**
     * Begins an upload for the actor's organisation.
     *
     * @param purpose what the document is for
     * @param name what its uploader calls it
     * @param declared the media type that was declared; empty when none was
     * @throws RefusedException when the actor may not upload, or its organisation has uploaded too much
     */
    public Upload begin(Session session, Actor actor, DocumentPurpose purpose, String name, String declared) {
        Id<Organisation> owner = uploader(actor);
        refuseTooMuch(session, owner, 1);
        return new Upload(owner, purpose, name, declared);
    }

    /**
     * Takes in the content of an upload. No transaction may be open meanwhile.
     *
     * @throws IOException when the stream breaks off, or the disk fails
     * @throws RefusedException when the content can't be taken
     */
    public KeptContent receive(Upload upload, InputStream in) throws IOException {
        return contents.keep(
                in,
                new ContentStore.Arriving(
                        contents.limits().document(),
                        upload.declared(),
                        upload.purpose().isPersonal()));
    }

    /** Ends an upload: from now on there is such a document. */
    public StoredDocument finish(Session session, Actor actor, Upload upload, KeptContent content) {
        Id<Organisation> owner = uploader(actor);
        if (!owner.equals(upload.owner())) {
            throw new IllegalStateException("an upload ends for whom it began");
        }
        refuseTooMuch(session, owner, content.size());
        StoredDocument document = new StoredDocument(
                ids.next(),
                owner,
                cities.of(session, owner),
                upload.purpose(),
                DisplayName.of(upload.name(), content.type()),
                content,
                actor.account(),
                // As finely as it is kept, so that it is told the same ever after.
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        session.documents().add(document);
        return document;
    }

    /**
     * What is known of a document, without its content.
     *
     * @throws RefusedException when there is no such document for this actor
     */
    public StoredDocument show(Session session, Actor actor, Id<StoredDocument> id) {
        Access.requireRole(actor, Action.READ_DOCUMENT);
        StoredDocument document = session.documents().find(id).orElseThrow(DocumentRefusals::none);
        Action action = document.purpose().isPersonal() ? Action.READ_PERSONAL_DOCUMENT : Action.READ_DOCUMENT;
        if (!concerns(session, actor, action, document)) {
            // To those who may not see it, it is not there: not even that it shows a person is told.
            throw DocumentRefusals.none();
        }
        return document;
    }

    /**
     * The document whose content the actor is about to look at. A look at what is personal is written down here, so
     * {@link #open} may follow when this was committed, and not before.
     *
     * @throws RefusedException when there is no such document for this actor
     */
    public StoredDocument look(Session session, Actor actor, Id<StoredDocument> id) {
        StoredDocument document = show(session, actor, id);
        if (document.purpose().isPersonal()) {
            session.documents()
                    .record(PersonalView.of(
                            ids.next(),
                            actor,
                            PersonalView.Kind.DOCUMENT,
                            id.value(),
                            document.owner(),
                            clock.instant()));
        }
        return document;
    }

    /**
     * The content of a document that {@link #look} gave.
     *
     * @throws IOException when the disk fails
     */
    public InputStream open(StoredDocument document) throws IOException {
        return contents.open(document.content());
    }

    /** The documents that the actor's organisation uploaded, newest first. */
    public Page<StoredDocument> own(Session session, Actor actor, Page.Request page) {
        return session.documents().ownedBy(uploader(actor), page);
    }

    /**
     * Whether there is such a document and one of these organisations uploaded it: then it may be attached to what is
     * theirs.
     */
    public boolean belongs(Session session, Set<Id<Organisation>> owners, Id<?> document) {
        return session.documents()
                .find(new Id<>(document.value()))
                .filter(there -> owners.contains(there.owner()))
                .isPresent();
    }

    /**
     * Who looked at what is personal, newest first.
     *
     * @param id at that document alone, if one is told
     */
    public Page<PersonalView> views(Session session, Actor actor, Optional<Id<StoredDocument>> id, Page.Request page) {
        Subject subject = id.flatMap(session.documents()::find)
                .map(StoredDocument::subject)
                .orElse(Subject.NOBODY);
        Access.require(actor, Action.READ_PERSONAL_VIEWS, subject);
        return session.documents().views(id.map(Id::value), page);
    }

    private boolean concerns(Session session, Actor actor, Action action, StoredDocument document) {
        return Access.allows(actor, action, document.subject())
                || concerns.stream()
                        .flatMap(concern -> concern.of(session, document).stream())
                        .anyMatch(subject -> Access.allows(actor, action, subject));
    }

    private void refuseTooMuch(Session session, Id<Organisation> owner, long more) {
        if (session.documents().bytesOf(owner) > contents.limits().organisation() - more) {
            throw DocumentRefusals.quota(contents.limits().organisation());
        }
    }

    private static Id<Organisation> uploader(Actor actor) {
        Access.requireRole(actor, Action.UPLOAD_DOCUMENT);
        return actor.organisation().orElseThrow();
    }

    /**
     * An upload that has begun.
     *
     * @param owner for which organisation
     * @param purpose what the document is for
     * @param name what its uploader calls it
     * @param declared the media type that was declared; empty when none was
     */
    public record Upload(Id<Organisation> owner, DocumentPurpose purpose, String name, String declared) {}
}
