package org.quanlian.vouchers.relations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/** The ties that were declared or imported, as they are kept. What is replaced stays, with the time until which it stood. */
public interface Relations {
    /** Where a tie that an organisation stands for comes from. */
    enum Source {
        /** From its registration: its legal representative. */
        REGISTRATION,
        /** From its own declaration. */
        DECLARATION
    }

    /** Replaces what an organisation stands for; what was there is no longer true for questions asked as of later. */
    void replace(Id<Organisation> organisation, Source source, List<Relation> relations, Instant now);

    /** What an organisation declares now. */
    List<Relation> declared(Id<Organisation> organisation);

    /**
     * Those who hold or act for a party at an instant: as declared by then, and as the lists in force that day say. A tie
     * counts on the days on which it holds.
     *
     * @param keys the parties, by {@link Party#key}
     * @param max the most ties that are wanted
     */
    List<Relation> holdersOf(Collection<String> keys, Instant asOf, int max);
}
