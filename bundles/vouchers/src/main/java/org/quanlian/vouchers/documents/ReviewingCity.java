package org.quanlian.vouchers.documents;

import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** Tells which body reviews an organisation (初审单位). */
@FunctionalInterface
public interface ReviewingCity {
    /** The body, if one does; none for organisations of other provinces. */
    Optional<Area> of(Session session, Id<Organisation> organisation);
}
