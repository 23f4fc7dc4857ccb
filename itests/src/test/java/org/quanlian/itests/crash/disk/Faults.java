package org.quanlian.itests.crash.disk;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What the disk does now. Loaded by the boot loader of the node's virtual machine, because Java's own classes ask it; so it
 * knows nothing but Java.
 */
public final class Faults {
    /** What may be wrong with a disk. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** The next sync fails, those after it do not. */
        SYNC_FAILS_ONCE,
        /** Each sync fails. */
        SYNC_FAILS,
        /**
         * After so many bytes nothing more can be written. What makes a file longer is written in part when it comes across
         * that border; what is written over something fails whole, because no file system runs out of space in the middle of a
         * block that it has.
         */
        FULL,
        /** Each sync takes so many milliseconds more. */
        SLOW
    }

    private static final AtomicLong HITS = new AtomicLong();
    private static final AtomicLong LEFT = new AtomicLong();
    private static volatile Kind kind = Kind.NONE;
    private static volatile String root = "";

    private Faults() {}

    /** Concerns the files in a folder from now on: database, documents and keys. */
    public static void concern(String folder) {
        root = folder;
    }

    /** From now on the disk is so; the amount is bytes or milliseconds. */
    public static void set(Kind now, long amount) {
        HITS.set(0);
        LEFT.set(amount);
        kind = now;
    }

    /** How many operations the present fault met. */
    public static long hits() {
        return HITS.get();
    }

    /**
     * How many of so many bytes can be written to a file now; after fewer the write has to fail with {@link #full}.
     *
     * @param over whether they are written over what is there
     */
    public static int writable(String path, int bytes, boolean over) throws IOException {
        if (kind == Kind.NONE || bytes == 0 || !concerns(path)) {
            return bytes;
        }
        if (kind == Kind.FULL) {
            long left = LEFT.getAndUpdate(now -> Math.max(0, now - bytes));
            if (left < bytes) {
                HITS.incrementAndGet();
                return over ? 0 : (int) left;
            }
        } else if (path.contains("/db/log/")) {
            // Derby opens its log so that each write is a sync.
            sync(path);
        }
        return bytes;
    }

    /** A file is made durable. */
    public static void sync(String path) throws IOException {
        Kind now = kind;
        if (now == Kind.NONE || now == Kind.FULL || !concerns(path)) {
            return;
        }
        HITS.incrementAndGet();
        if (now == Kind.SLOW) {
            LockSupport.parkNanos(LEFT.get() * 1_000_000);
            return;
        }
        if (now == Kind.SYNC_FAILS_ONCE) {
            kind = Kind.NONE;
        }
        throw new IOException("Input/output error");
    }

    /** What the operating system says of a full disk. */
    public static IOException full() {
        return new IOException("No space left on device");
    }

    private static boolean concerns(String path) {
        return path != null
                && path.startsWith(root)
                && (path.startsWith("db/", root.length())
                        || path.startsWith("documents", root.length())
                        || path.startsWith("keys", root.length()));
    }
}
