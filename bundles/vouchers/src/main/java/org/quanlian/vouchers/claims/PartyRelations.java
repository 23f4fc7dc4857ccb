package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.List;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;

/** Knows which organisations belong to or control each other (关联关系). */
@FunctionalInterface
public interface PartyRelations {
    /** How two organisations are related at an instant, step by step; empty when they are not, as far as is known. */
    List<RelationStep> path(Session session, UnifiedSocialCreditCode one, UnifiedSocialCreditCode other, Instant asOf);
}
