package org.quanlian.policy.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanlian.model.Area;

/**
 * What a cooperation agreement is and what it stands on.
 *
 * @param id name of the agreement, for example {@code hainan-shanxi}
 * @param version version of its bundle
 * @param host the province whose vouchers are used
 * @param partner the province whose providers are admitted
 * @param title its title
 * @param status how far it may be relied on
 * @param documents the documents it stands on; the first is the main one
 */
public record AgreementDescriptor(
        String id,
        Version version,
        Area host,
        Area partner,
        LocalizedText title,
        Status status,
        List<LegalDocument> documents) {
    public AgreementDescriptor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(status, "status");
        documents = List.copyOf(documents);
    }

    /** The agreement's name as properties of an OSGi service: {@code agreement}, {@code host} and {@code version}. */
    public Map<String, Object> serviceProperties() {
        return Map.of("agreement", id, "host", host.code(), "version", version.toString());
    }
}
