package org.quanlian.vouchers.orders;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** Tells what a provider offers in its catalogue (服务事项). */
@FunctionalInterface
public interface ServiceItems {
    /** Whether a provider offers a service item of that name. */
    boolean offers(Session session, Id<Organisation> provider, String item);
}
