package org.quanlian.policies.shanxi2025;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Scale;
import org.quanlian.model.SizeClass;
import org.quanlian.policy.api.parameters.ValueType;
import org.quanlian.policy.api.parameters.ValueTypes;

/**
 * The lower bounds of large, medium and small in one industry (规模划分标准): an enterprise has the grade of its worst
 * indicator, and below the bound of small it is micro. Source: 国统字〔2017〕213号.
 *
 * @param employees bounds in people, when the industry uses them
 * @param revenue bounds in 10 000 yuan, when the industry uses them
 * @param assets bounds in 10 000 yuan, when the industry uses them
 */
record SizeBounds(Optional<Bounds> employees, Optional<Bounds> revenue, Optional<Bounds> assets) {
    private static final long FEN_PER_TEN_THOUSAND_YUAN = 1_000_000;

    static final ValueType<SizeBounds> TYPE = new ValueType<>("people and 10 000 yuan", raw -> {
        Map<String, Object> map = ValueTypes.map(raw, Set.of("employees", "revenue", "assets"));
        if (map.isEmpty()) {
            throw new IllegalArgumentException("expected bounds of at least one of employees, revenue and assets");
        }
        return new SizeBounds(
                Optional.ofNullable(map.get("employees")).map(list -> Bounds.read(list, 1)),
                Optional.ofNullable(map.get("revenue")).map(list -> Bounds.read(list, FEN_PER_TEN_THOUSAND_YUAN)),
                Optional.ofNullable(map.get("assets")).map(list -> Bounds.read(list, FEN_PER_TEN_THOUSAND_YUAN)));
    });

    /** The size class, or missing when an indicator that the industry uses is missing. */
    Fact<SizeClass> classOf(Scale scale) {
        Fact<SizeClass> worst = Fact.of(SizeClass.LARGE);
        worst = worse(worst, employees, scale.employees().map(Integer::longValue));
        worst = worse(worst, revenue, scale.revenue().map(Money::fen));
        return worse(worst, assets, scale.assets().map(Money::fen));
    }

    private static Fact<SizeClass> worse(Fact<SizeClass> soFar, Optional<Bounds> bounds, Fact<Long> figure) {
        if (bounds.isEmpty() || soFar.isMissing()) {
            return soFar;
        }
        return figure.map(bounds.get()::grade).map(grade -> grade.compareTo(soFar.value()) > 0 ? grade : soFar.value());
    }

    /** The lower bounds of one indicator. */
    record Bounds(long large, long medium, long small) {
        Bounds {
            if (large < medium || medium < small) {
                throw new IllegalArgumentException("bounds stand in the order large, medium, small");
            }
        }

        static Bounds read(Object raw, long unit) {
            List<Object> list = ValueTypes.list(raw);
            if (list.size() != 3) {
                throw new IllegalArgumentException("expected three bounds: large, medium, small");
            }
            return new Bounds(
                    ValueTypes.wholeNumber(list.get(0)) * unit,
                    ValueTypes.wholeNumber(list.get(1)) * unit,
                    ValueTypes.wholeNumber(list.get(2)) * unit);
        }

        SizeClass grade(long figure) {
            if (figure >= large) {
                return SizeClass.LARGE;
            }
            if (figure >= medium) {
                return SizeClass.MEDIUM;
            }
            return figure >= small ? SizeClass.SMALL : SizeClass.MICRO;
        }
    }
}
