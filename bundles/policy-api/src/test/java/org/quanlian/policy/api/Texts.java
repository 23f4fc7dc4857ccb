package org.quanlian.policy.api;

import java.util.Map;

/** Catalogues of texts that a test writes itself. */
final class Texts {
    private Texts() {}

    /** The catalogue of two property files. */
    static MessageCatalog of(String chinese, String english) {
        return MessageCatalog.beside(OwnFiles.beside(
                Texts.class, Map.of("messages.properties", chinese, "messages_en.properties", english)));
    }

    /** A catalogue in which both languages say the same. */
    static MessageCatalog alike(String... lines) {
        return of(String.join("\n", lines), String.join("\n", lines));
    }
}
