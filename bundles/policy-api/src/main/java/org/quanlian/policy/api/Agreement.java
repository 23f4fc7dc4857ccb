package org.quanlian.policy.api;

import java.time.LocalDate;
import org.quanlian.model.Area;
import org.quanlian.policy.api.parameters.Parameters;

/** A cooperation agreement between two provinces (合作协议): whose providers the host's vouchers may pay. */
public interface Agreement {
    /** What it is and what it stands on. */
    AgreementDescriptor descriptor();

    /** Its parameters, with their clauses. */
    Parameters parameters();

    /** Whether providers registered in the area are admitted on the day. Pure; before the agreement's first day: no. */
    boolean admits(Area providerArea, LocalDate day);
}
