package org.quanlian.demo;

import java.util.List;
import java.util.Map;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Actor;

/**
 * An organisation that registered and was approved.
 *
 * @param actor who acts for it
 * @param papers the papers of its claims, which it uploaded when it registered
 */
record Joined(Actor actor, Map<ClaimMaterial, List<Id<?>>> papers) {
    Joined {
        papers = Map.copyOf(papers);
    }
}
