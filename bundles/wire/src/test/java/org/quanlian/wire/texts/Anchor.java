package org.quanlian.wire.texts;

/** The class beside which the texts of written findings lie. */
public final class Anchor {
    private Anchor() {}
}
