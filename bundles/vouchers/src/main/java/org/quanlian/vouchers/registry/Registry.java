package org.quanlian.vouchers.registry;

import java.util.Optional;
import org.quanlian.vouchers.Id;

/** Who takes part and what is offered, as it is kept. */
public interface Registry {
    /** An organisation, if there is one of that name. */
    Optional<Organisation> find(Id<Organisation> id);
}
