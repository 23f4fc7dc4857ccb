package org.quanlian.rest.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.KeptContent;

/** The contents of documents while they are there; they come and go with their configuration. */
final class LateContents implements ContentStore {
    private final AtomicReference<ContentStore> there = new AtomicReference<>();

    void set(ContentStore added) {
        there.set(added);
    }

    void unset(ContentStore removed) {
        there.compareAndSet(removed, null);
    }

    @Override
    public DocumentLimits limits() {
        return contents().limits();
    }

    @Override
    public KeptContent keep(InputStream in, Arriving arriving) throws IOException {
        return contents().keep(in, arriving);
    }

    @Override
    public InputStream open(KeptContent content) throws IOException {
        return contents().open(content);
    }

    @Override
    public int sweep(Instant before, Predicate<String> kept) throws IOException {
        return contents().sweep(before, kept);
    }

    private ContentStore contents() {
        ContentStore now = there.get();
        if (now == null) {
            throw new StoreUnavailableException(new IllegalStateException("documents are not configured"));
        }
        return now;
    }
}
