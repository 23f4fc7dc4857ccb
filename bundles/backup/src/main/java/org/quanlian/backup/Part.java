package org.quanlian.backup;

import java.util.Locale;

/** What a backup consists of; each is one file of it. In the order in which they are written. */
public enum Part {
    /** All that the database holds, as of one moment. */
    DATABASE,
    /** Contents of documents. They come after the database: one without a row does no harm, a row without its content does. */
    DOCUMENTS,
    /** The keys, among them all that sealed what comes before. */
    KEYS,
    /** Configuration, and the passwords of the console and of the first operator. */
    CONFIGURATION,
    /** Packs that were installed. */
    PACKS,
    /** Anchors of the audit trail. */
    AUDIT;

    /** Its name in the manifest and in messages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its file. */
    public String file(boolean sealed) {
        return word() + (sealed ? ".zip.sealed" : ".zip");
    }
}
