package org.quanlian.policies.shanxi2025;

import org.quanlian.policy.api.LegalRef;

/** Clauses of the notice 晋科函〔2025〕11号. */
final class Notice {
    private Notice() {}

    static LegalRef clause(String clause) {
        return new LegalRef("晋科函〔2025〕11号", clause);
    }
}
