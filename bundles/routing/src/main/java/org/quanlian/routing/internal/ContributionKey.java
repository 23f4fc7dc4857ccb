package org.quanlian.routing.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a contributor calls itself: the first part of the ids of its routes. */
final class ContributionKey {
    private static final List<List<String>> NAMES =
            List.of(List.of("province", "year", "version"), List.of("agreement", "version"));

    private ContributionKey() {}

    /** The policy version or the agreement version that the service names; else the service itself. */
    static String of(long serviceId, Map<String, ?> properties) {
        Optional<List<String>> naming = NAMES.stream()
                .filter(names -> names.stream().allMatch(name -> properties.get(name) != null))
                .findFirst();
        return naming.map(names -> names.stream()
                        .map(name -> properties.get(name).toString())
                        .collect(Collectors.joining("-")))
                .orElse("service-" + serviceId);
    }
}
