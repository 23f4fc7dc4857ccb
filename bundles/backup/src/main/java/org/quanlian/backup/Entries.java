package org.quanlian.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;

/** The files of one part of a backup, one after the other. */
public final class Entries {
    private Entries() {}

    /** Where files are written to. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Adds a file.
         *
         * @param name its path within the part, with slashes
         * @param changed when it was changed last
         * @param content writes it, and leaves the stream open
         */
        void add(String name, Instant changed, Content content) throws IOException;
    }

    /** Writes one file. */
    @FunctionalInterface
    public interface Content {
        /** @param out stays open */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Where files are read from. */
    @FunctionalInterface
    public interface Source {
        /** Gives all files to somebody, in the order in which they were added. */
        void each(Reader reader) throws IOException;
    }

    /** Takes one file. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param name its path within the part, with slashes; never one that leads out of a folder
         * @param changed when it was changed last
         * @param in ends where the file ends
         */
        void read(String name, Instant changed, InputStream in) throws IOException;
    }
}
