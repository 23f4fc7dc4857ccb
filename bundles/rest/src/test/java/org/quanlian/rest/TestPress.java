package org.quanlian.rest;

import java.util.Optional;
import org.quanlian.documents.internal.Press;
import org.quanlian.vouchers.papers.PaperPress;

/** The press that the distribution runs, made when the first paper is printed. */
final class TestPress {
    private TestPress() {}

    /** The press. */
    static PaperPress get() {
        return Held.PRESS;
    }

    private static final class Held {
        static final PaperPress PRESS = new Press(Optional.of("https://voucher.example/"), warning -> {
            throw new AssertionError("the renderer complains: " + warning);
        });
    }
}
