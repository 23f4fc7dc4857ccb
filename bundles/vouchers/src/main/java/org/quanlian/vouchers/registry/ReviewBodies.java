package org.quanlian.vouchers.registry;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quanlian.model.Area;

/**
 * The twelve bodies that review claims first (初审单位): the eleven cities of Shanxi, and the Shanxi Transformation and
 * Comprehensive Reform Demonstration Zone (综改示范区) with its statistics code.
 *
 * <p>Source: notice, section 六.
 */
public final class ReviewBodies {
    private static final Area REFORM_ZONE = new Area("140171");
    private static final Set<Area> ALL = Set.of(
            REFORM_ZONE,
            new Area("140100"),
            new Area("140200"),
            new Area("140300"),
            new Area("140400"),
            new Area("140500"),
            new Area("140600"),
            new Area("140700"),
            new Area("140800"),
            new Area("140900"),
            new Area("141000"),
            new Area("141100"));

    private ReviewBodies() {}

    /** All of them, by their codes. */
    public static Set<Area> all() {
        return new TreeSet<>(ALL);
    }

    /**
     * The body that reviews whoever is registered in an area: the zone for itself, else the city in which the area lies;
     * none for a whole province, and for areas of other provinces.
     */
    public static Optional<Area> of(Area area) {
        Area body = area.equals(REFORM_ZONE) ? area : new Area(area.code().substring(0, 4) + "00");
        return ALL.contains(body) ? Optional.of(body) : Optional.empty();
    }
}
