package org.quanlian.backup;

import java.io.IOException;
import java.nio.file.Path;

/** The node's database, as it gives itself to a backup. Offered as a service while it can be reached. */
public interface DatabaseSnapshot {
    /** What kind of database it is, for example {@code derby}. A backup can be restored onto its kind alone. */
    String kind();

    /**
     * Writes all that the database holds, as it was at one moment; others go on working on it.
     *
     * @param work an empty folder on the node's own disk, which is removed afterwards
     * @return the version of the schema at that moment
     */
    int write(Path work, Entries.Sink to) throws IOException;
}
