package org.quanlian.vouchers.exchange;

import java.util.List;
import java.util.Objects;
import org.quanlian.vouchers.Id;

/**
 * Notes of what changed here and may concern other provinces (变动登记). A note is made in the transaction of the change, so
 * there is none without the other; what is told is the state when the note is taken, so of many changes only the last is
 * told.
 */
public interface ChangeNotes {
    /** Notes that something changed. */
    void note(Kind kind, Id<?> subject);

    /** Notes all that a kind of note may be about, so that it is told as if it had changed. */
    void noteAll(Kind kind);

    /**
     * Takes the oldest notes that nobody else is at. They are gone when this transaction has ended well.
     *
     * @param limit how many at most
     */
    List<Note> take(int limit);

    /** How many notes wait. */
    long waiting();

    /** What a note is about. */
    enum Kind {
        /** A registered provider, or a service that it offers. */
        PROVIDER,
        /** A violation on the record of integrity. */
        VIOLATION,
        /** A claim, whose activities are held or were let go. */
        CLAIM,
        /** A statement between provinces, that was made or answered. */
        SETTLEMENT
    }

    /**
     * A note.
     *
     * @param kind what it is about
     * @param subject its name
     */
    record Note(Kind kind, Id<?> subject) {
        public Note {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(subject, "subject");
        }
    }
}
