package org.quanlian.vouchers.papers;

import java.util.List;
import java.util.Objects;
import org.quanlian.vouchers.publication.NoticeEntry;
import org.quanlian.vouchers.publication.PublicNotice;

/**
 * A public notice with its lines (四（七）), as the public sees it.
 *
 * @param notice the notice
 * @param entries its lines, in its order
 */
public record NoticeList(PublicNotice notice, List<NoticeEntry> entries) implements Paper {
    public NoticeList {
        Objects.requireNonNull(notice, "notice");
        entries = List.copyOf(entries);
    }

    @Override
    public PaperKind kind() {
        return PaperKind.NOTICE_LIST;
    }

    @Override
    public String reference() {
        return notice.id().value();
    }
}
