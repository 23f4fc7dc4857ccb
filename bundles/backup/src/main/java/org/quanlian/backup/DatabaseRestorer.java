package org.quanlian.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Brings a database back, without a node. Found by {@link java.util.ServiceLoader}, one for each kind. */
public interface DatabaseRestorer {
    /** Which kind: that of {@link DatabaseSnapshot#kind}. */
    String kind();

    /** The newest schema that this version of the node knows. */
    int newestSchema();

    /**
     * Looks whether a database can be restored to where the configuration says.
     *
     * @param store the settings of {@code org.quanlian.store.cfg}
     * @param data the node's data directory, against which relative paths are meant
     * @throws BackupRefusedException when it is another kind, can't be reached, or is not empty
     */
    void check(Map<String, String> store, Path data);

    /**
     * Restores it: all, or nothing.
     *
     * @param from what {@link DatabaseSnapshot#write} wrote
     * @param schema the version of its schema
     * @throws BackupRefusedException when it is not empty any more, or is not what this version of the node knows
     */
    void restore(Entries.Source from, int schema, Map<String, String> store, Path data) throws IOException;
}
