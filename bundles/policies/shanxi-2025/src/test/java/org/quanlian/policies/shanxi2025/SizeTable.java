package org.quanlian.policies.shanxi2025;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.Scale;
import org.quanlian.model.SizeClass;

/**
 * The 2017 size classes once more, written down for the tests from the table in 国统字〔2017〕213号: lower bounds of large,
 * medium and small; people as X, revenue (Y) and assets (Z) in 10 000 yuan.
 */
final class SizeTable {
    static final Map<Industry, Row> ROWS = new EnumMap<>(Map.ofEntries(
            Map.entry(Industry.AGRICULTURE, new Row(null, List.of(20_000, 500, 50), null)),
            Map.entry(Industry.INDUSTRY, new Row(List.of(1_000, 300, 20), List.of(40_000, 2_000, 300), null)),
            Map.entry(Industry.CONSTRUCTION, new Row(null, List.of(80_000, 6_000, 300), List.of(80_000, 5_000, 300))),
            Map.entry(Industry.WHOLESALE, new Row(List.of(200, 20, 5), List.of(40_000, 5_000, 1_000), null)),
            Map.entry(Industry.RETAIL, new Row(List.of(300, 50, 10), List.of(20_000, 500, 100), null)),
            Map.entry(Industry.TRANSPORT, new Row(List.of(1_000, 300, 20), List.of(30_000, 3_000, 200), null)),
            Map.entry(Industry.STORAGE, new Row(List.of(200, 100, 20), List.of(30_000, 1_000, 100), null)),
            Map.entry(Industry.POST, new Row(List.of(1_000, 300, 20), List.of(30_000, 2_000, 100), null)),
            Map.entry(Industry.ACCOMMODATION, new Row(List.of(300, 100, 10), List.of(10_000, 2_000, 100), null)),
            Map.entry(Industry.CATERING, new Row(List.of(300, 100, 10), List.of(10_000, 2_000, 100), null)),
            Map.entry(
                    Industry.INFORMATION_TRANSMISSION,
                    new Row(List.of(2_000, 100, 10), List.of(100_000, 1_000, 100), null)),
            Map.entry(Industry.SOFTWARE, new Row(List.of(300, 100, 10), List.of(10_000, 1_000, 50), null)),
            Map.entry(Industry.REAL_ESTATE, new Row(null, List.of(200_000, 1_000, 100), List.of(10_000, 5_000, 2_000))),
            Map.entry(
                    Industry.PROPERTY_MANAGEMENT, new Row(List.of(1_000, 300, 100), List.of(5_000, 1_000, 500), null)),
            Map.entry(
                    Industry.LEASING_AND_BUSINESS, new Row(List.of(300, 100, 10), null, List.of(120_000, 8_000, 100))),
            Map.entry(Industry.OTHER, new Row(List.of(300, 100, 10), null, null))));

    /** The classes, from the one with the highest bounds down. */
    static final List<SizeClass> GRADES = List.of(SizeClass.LARGE, SizeClass.MEDIUM, SizeClass.SMALL, SizeClass.MICRO);

    private SizeTable() {}

    /** The bounds of one industry; an indicator that it does not use has none. */
    record Row(List<Integer> people, List<Integer> revenue, List<Integer> assets) {}

    /** The size class, empty when a figure that the industry uses was not told. */
    static Optional<SizeClass> classOf(Scale scale) {
        if (scale.industry().isMissing()) {
            return Optional.empty();
        }
        Row row = ROWS.get(scale.industry().value());
        int worst = 0;
        for (Optional<Integer> grade : List.of(
                grade(row.people, scale.employees(), people -> people),
                grade(row.revenue, scale.revenue(), SizeTable::wholeTenThousands),
                grade(row.assets, scale.assets(), SizeTable::wholeTenThousands))) {
            if (grade.isEmpty()) {
                return Optional.empty();
            }
            worst = Math.max(worst, grade.get());
        }
        return Optional.of(GRADES.get(worst));
    }

    /** How many of the three bounds are not reached; all are when the industry does not use the indicator. */
    private static <T> Optional<Integer> grade(
            List<Integer> bounds, Fact<T> figure, java.util.function.ToIntFunction<T> inUnits) {
        if (bounds == null) {
            return Optional.of(0);
        }
        if (figure.isMissing()) {
            return Optional.empty();
        }
        int units = inUnits.applyAsInt(figure.value());
        return Optional.of((int) bounds.stream().filter(bound -> units < bound).count());
    }

    private static int wholeTenThousands(Money amount) {
        return Math.toIntExact(Math.floorDiv(amount.fen(), 1_000_000L));
    }
}
