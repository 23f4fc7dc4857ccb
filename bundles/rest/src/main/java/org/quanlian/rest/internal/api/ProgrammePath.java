package org.quanlian.rest.internal.api;

import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/**
 * Which province's year a path names.
 *
 * @param province the province
 * @param year the year of the programme
 */
record ProgrammePath(Area province, int year) {
    /** @throws ProblemException when a segment could not name any policy, telling which and what a right one looks like */
    static ProgrammePath parse(String province, String year) {
        return new ProgrammePath(province(province), year(year));
    }

    /** The name of one version of the policy. */
    PolicyKey version(Version version) {
        return new PolicyKey(province, year, version);
    }

    /** Tells that this policy, or that version of it, is not there. */
    ProblemException notFound(Optional<Version> version) {
        return version.map(number ->
                        ProblemException.told(ProblemKind.POLICY_NOT_FOUND, "version", province, year, number))
                .orElseGet(() -> ProblemException.of(ProblemKind.POLICY_NOT_FOUND, province, year));
    }

    private static Area province(String text) {
        try {
            Area area = new Area(text);
            if (area.isProvince()) {
                return area;
            }
        } catch (InvalidValueException e) {
            throw ProblemException.told(ProblemKind.POLICY_NOT_FOUND, "province");
        }
        throw ProblemException.told(ProblemKind.POLICY_NOT_FOUND, "province");
    }

    private static int year(String text) {
        if (!text.matches("2[0-9]{3}")) {
            throw ProblemException.told(ProblemKind.POLICY_NOT_FOUND, "year");
        }
        return Integer.parseInt(text);
    }
}
