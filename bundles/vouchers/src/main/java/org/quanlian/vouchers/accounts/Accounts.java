package org.quanlian.vouchers.accounts;

import java.util.Optional;
import org.quanlian.vouchers.Id;

/** The accounts that are kept. */
public interface Accounts {
    /** An account, if there is one of that name. */
    Optional<Account> find(Id<Account> id);
}
