package org.quanlian.vouchers;

import java.util.function.Function;
import org.quanlian.vouchers.audit.Undertaking;

/**
 * Where the voucher year is kept. Everything that a piece of work does through its session happens, or nothing does.
 *
 * <p>Work may be run again when the database asks for it, so it must do nothing but through its session. It must not
 * start other work of the store; a session must not be used after its work. When the store can't do it now, it throws
 * {@link StoreUnavailableException}.
 */
public interface Store {
    /** Does work that may change what is kept, in one transaction that is durable when this returns. */
    <T> T write(Function<? super Session, ? extends T> work);

    /** Does work that only reads what others have written durably; it can't write. */
    <T> T read(Function<? super Session, ? extends T> work);

    /**
     * From now on, until the scope ends, what this thread writes is written down in the audit trail as part of an
     * undertaking. Outside of one it is the node that does it.
     */
    Undertaking.Scope during(Undertaking undertaking);
}
