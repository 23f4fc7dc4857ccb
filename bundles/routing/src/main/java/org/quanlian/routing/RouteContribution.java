package org.quanlian.routing;

import java.util.List;
import java.util.Optional;

/**
 * One bundle's routes, and what became of them.
 *
 * @param key what the contributor calls itself, such as {@code 140000-2025-1.0.0} or {@code hainan-shanxi-1.0.0}
 * @param serviceId the id of the OSGi service that contributes them
 * @param routeIds the ids of the routes that run for it; empty when it was refused
 * @param refusal why none of its routes runs; empty when all do
 */
public record RouteContribution(String key, long serviceId, List<String> routeIds, Optional<String> refusal) {
    public RouteContribution {
        routeIds = List.copyOf(routeIds);
    }
}
