package org.quanlian.routing;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The routes of the node by who contributed them: for the console, the health page and tests. */
@ProviderType
public interface HostedRoutes {
    /** Every contribution that is there now, taken in or refused, in the order of arrival. */
    List<RouteContribution> contributions();
}
