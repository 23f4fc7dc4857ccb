package org.quanlian.vouchers.orders;

import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** Tells which platform company acts for a team (团队入驻的平台企业). */
@FunctionalInterface
public interface Hosts {
    /** The platform company, when the organisation is a team. */
    Optional<Id<Organisation>> of(Session session, Id<Organisation> organisation);
}
