package org.quanlian.policy.api;

import java.util.Comparator;
import java.util.Map;
import org.quanlian.model.Area;

/**
 * The name of one version of one province's policy for one year, for example {@code 140000/2025/1.0.0}.
 *
 * @param province the province (省级行政区划)
 * @param year the year of the programme (年度)
 * @param version the version of the pack
 */
public record PolicyKey(Area province, int year, Version version) implements Comparable<PolicyKey> {
    private static final Comparator<PolicyKey> ORDER = Comparator.comparing(PolicyKey::province)
            .thenComparingInt(PolicyKey::year)
            .thenComparing(PolicyKey::version);

    public PolicyKey {
        if (!province.isProvince()) {
            throw new IllegalArgumentException("a policy belongs to a province, and " + province + " is not one");
        }
        if (year < 2000 || year > 2999) {
            throw new IllegalArgumentException("a policy year has four digits, not " + year);
        }
    }

    /** The same name as properties of an OSGi service: {@code province}, {@code year} and {@code version}. */
    public Map<String, Object> serviceProperties() {
        return Map.of("province", province.code(), "year", year, "version", version.toString());
    }

    @Override
    public int compareTo(PolicyKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return province + "/" + year + "/" + version;
    }
}
