package org.quanlian.model;

import java.util.Objects;
import java.util.Optional;

/** Who applies (申请主体): an enterprise for itself, or a team for which its host files. Source: notice 一（三）. */
public sealed interface Party {

    /** An enterprise (企业) that applies for itself. */
    record Enterprise(UnifiedSocialCreditCode uscc, Fact<Boolean> independentLegalPerson) implements Party {
        public Enterprise {
            Objects.requireNonNull(uscc, "uscc");
            Objects.requireNonNull(independentLegalPerson, "independentLegalPerson");
        }
    }

    /**
     * A team without a company of its own (团队).
     *
     * @param uscc its code, if it has one after all
     * @param host the platform company in which it is a tenant and which files for it
     */
    record Team(Optional<UnifiedSocialCreditCode> uscc, Fact<Host> host) implements Party {
        public Team {
            Objects.requireNonNull(uscc, "uscc");
            Objects.requireNonNull(host, "host");
        }
    }

    /** The tenant-platform company (入驻平台企业) that files for a team. */
    record Host(UnifiedSocialCreditCode uscc, String name) {
        public Host {
            Objects.requireNonNull(uscc, "uscc");
            ShortText.require(name);
        }
    }
}
