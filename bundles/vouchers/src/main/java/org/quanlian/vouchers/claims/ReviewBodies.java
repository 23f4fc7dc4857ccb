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
    public static final ReviewBodies SHANXI = new ReviewBodies(Set.of(
            new Area("140100"),
            new Area("140171"),
            new Area("140200"),
            new Area("140300"),
            new Area("140400"),
            new Area("140500"),
            new Area("140600"),
            new Area("140700"),
            new Area("140800"),
            new Area("140900"),
            new Area("141000"),
            new Area("141100")));

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

    /** The province of a body. */
    public static Area provinceOf(Area city) {
        return new Area(city.code().substring(0, 2) + "0000");
    }
}
