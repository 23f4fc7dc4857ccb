package org.quanlian.model;

import java.util.Set;

/**
 * An administrative area (行政区划) of China by its six-digit code: a province, a city or a county.
 *
 * <p>Source: GB/T 2260. The first two digits name the province; they are checked, the rest is checked for form only,
 * because statistics codes such as 140171 (山西综改示范区) are in use too.
 *
 * @param code six digits, for example {@code 140100} (Taiyuan)
 */
public record Area(String code) implements Comparable<Area> {
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    /** @throws InvalidValueException {@code area.format} or {@code area.province} */
    public Area {
        if (code.length() != 6 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException("area.format", "an area code has six digits, such as 140100");
        }
        if (!PROVINCES.contains(code.substring(0, 2))) {
            throw new InvalidValueException("area.province", "the first two digits of an area code name a province");
        }
    }

    /** Whether this code stands for a whole province (省级), such as {@code 140000}. */
    public boolean isProvince() {
        return code.endsWith("0000");
    }

    /** Whether this area is the given province or lies in it. */
    public boolean isIn(Area province) {
        return code.startsWith(province.code.substring(0, 2));
    }

    @Override
    public int compareTo(Area other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
