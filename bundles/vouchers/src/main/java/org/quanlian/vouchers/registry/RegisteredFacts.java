package org.quanlian.vouchers.registry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Applicant;
import org.quanlian.model.Provider;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.PartnerCatalogue;

/**
 * What the node knows of applicants and providers, as facts of a claim: from registrations, imported lists, suspensions
 * and declared relations. What nobody told stays missing.
 */
public interface RegisteredFacts {
    /** The facts about an applicant at an instant: enterprise or team. */
    Applicant applicant(Session session, Id<Organisation> applicant, Instant asOf);

    /** The facts about a provider at an instant, towards one applicant. */
    ProviderStanding provider(Session session, Id<Organisation> provider, Id<Organisation> applicant, Instant asOf);

    /**
     * The facts about a provider, with what explains them.
     *
     * @param facts the facts
     * @param relation how provider and applicant belong to or control each other, step by step; empty when they do not
     * @param catalogue what the catalogue of the provider's province says, if that province tells this one of its
     *     institutions
     */
    record ProviderStanding(
            Provider facts, List<RelationStep> relation, Optional<PartnerCatalogue.Standing> catalogue) {
        public ProviderStanding {
            relation = List.copyOf(relation);
            Objects.requireNonNull(catalogue, "catalogue");
        }
    }

    /**
     * One step on the way by which two organisations are related (关联关系).
     *
     * @param from name of who holds or acts
     * @param to name of who is held or acted for
     * @param kind what ties them, as a code, for example {@code HOLDING 60%} or {@code LEGAL_REPRESENTATIVE}
     * @param text the same for people
     */
    record RelationStep(String from, String to, String kind, LocalizedText text) {
        /** A step whose code is all there is to say. */
        public RelationStep(String from, String to, String kind) {
            this(from, to, kind, new LocalizedText(kind, kind));
        }
    }
}
