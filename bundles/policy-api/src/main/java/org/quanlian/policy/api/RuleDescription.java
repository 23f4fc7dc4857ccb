package org.quanlian.policy.api;

import java.util.Objects;

/** A rule as people read it: its name, its clause and what it asks for. */
public record RuleDescription(String id, LegalRef source, LocalizedText title) {
    public RuleDescription {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(title, "title");
    }
}
