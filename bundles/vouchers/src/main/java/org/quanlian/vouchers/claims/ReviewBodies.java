package org.quanlian.vouchers.claims;

import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.vouchers.RefusedException;

/**
 * The first-review bodies of a province (初审单位), each by its area.
 *
 * @param areas their areas: cities, and zones that review by themselves
 */
public record ReviewBodies(Set<Area> areas) {
    /** The eleven city bureaus of Shanxi and the committee of its 综改示范区. Source: 晋科函〔2025〕11号, section 六. */
    public static final ReviewBodies SHANXI = new ReviewBodies(org.quanlian.vouchers.registry.ReviewBodies.all());

    public ReviewBodies {
        areas = Set.copyOf(areas);
    }

    /**
     * The body that reviews claims of an area first: the area's own if it has one, else that of its city.
     *
     * @throws RefusedException {@code claim.city} when none does
     */
    public Area of(Area registered) {
        Area city = new Area(registered.code().substring(0, 4) + "00");
        if (areas.contains(registered)) {
            return registered;
        }
        if (areas.contains(city)) {
            return city;
        }
        throw ClaimRefusals.conflict("claim.city", registered);
    }
}
