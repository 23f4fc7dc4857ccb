package org.quanlian.policy.api;

import java.util.List;
import java.util.Objects;

/**
 * What a policy pack is and what it stands on.
 *
 * @param key its name
 * @param status how far it may be relied on
 * @param title its title
 * @param documents the documents it stands on; the first is the notice of the year
 * @param windows the periods and deadlines of the year
 */
public record PolicyDescriptor(
        PolicyKey key, Status status, LocalizedText title, List<LegalDocument> documents, PolicyWindows windows) {
    public PolicyDescriptor {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(title, "title");
        documents = List.copyOf(documents);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("a policy stands on at least one document");
        }
        Objects.requireNonNull(windows, "windows");
    }

    /** Number of the notice of the year (文号). */
    public String document() {
        return documents.get(0).number();
    }
}
