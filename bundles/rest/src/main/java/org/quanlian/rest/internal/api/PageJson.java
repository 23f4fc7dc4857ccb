package org.quanlian.rest.internal.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.vouchers.Page;
import org.quanlian.wire.JsonOutput;

/** The JSON of a page: {@code items}, and {@code next}, the cursor of the page that follows, or null on the last. */
public final class PageJson {
    private PageJson() {}

    /** Writes one item. */
    @FunctionalInterface
    public interface Item<T> {
        /** Writes it. */
        void write(JsonGenerator json, T item) throws IOException;
    }

    /** The bytes of a page. */
    public static <T> byte[] write(Page<T> page, Item<? super T> item) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (T each : page.items()) {
                item.write(json, each);
            }
            json.writeEndArray();
            if (page.next().isPresent()) {
                json.writeStringField("next", Query.cursorAfter(page.next().get()));
            } else {
                json.writeNullField("next");
            }
            json.writeEndObject();
        });
    }
}
