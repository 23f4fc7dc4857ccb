package org.quanlian.exchange.duplicates;

import java.util.Optional;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.Session;

/** The secrets that this node shares with each partner (共享密钥), which nobody else can know. */
@FunctionalInterface
public interface SharedSecrets {
    /** The secret that is shared with a partner; empty when none was agreed. */
    Optional<byte[]> with(Session session, NodeName partner);
}
