package org.quanlian.audit;

import java.util.List;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.Head;

/** What is told of a trail, in Chinese and English. */
public final class AuditTexts {
    private static final MessageCatalog CATALOG = MessageCatalog.beside(AuditTexts.class);

    private AuditTexts() {}

    /** A text with its arguments. */
    public static LocalizedText of(String key, Object... arguments) {
        return CATALOG.render(key, List.of(arguments));
    }

    /** That a trail is whole. */
    public static LocalizedText whole(Head from, Head to, long anchors) {
        // Numbers of entries are names, so they stand there without separators.
        return of("whole", Long.toString(from.seq() + 1), Long.toString(to.seq()), Long.toString(anchors), to.digest());
    }

    /** Where a trail is broken, and how. */
    public static LocalizedText broken(Break broken) {
        LocalizedText what = of("break." + broken.what(), broken.detail());
        String seq = Long.toString(broken.seq());
        return new LocalizedText(
                of("broken", seq).zh() + what.zh(), of("broken", seq).en() + " " + what.en());
    }
}
