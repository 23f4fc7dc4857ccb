package org.quanlian.rest.internal.papers;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperOffice;
import org.quanlian.vouchers.papers.PaperPress;

/** Papers over HTTP. */
public final class PapersInterface {
    /** Every path about papers. */
    public static final List<Route> ROUTES = Stream.of(
                    ClaimPapersResource.ROUTES,
                    RecommendationListResource.ROUTES,
                    NoticeListResource.ROUTES,
                    AllocationListResource.ROUTES,
                    PaperVerificationResource.ROUTES)
            .flatMap(List::stream)
            .toList();

    private PapersInterface() {}

    /**
     * The resources that answer at those paths.
     *
     * @param press prints papers, while it is there
     */
    public static List<Object> resources(Api api, PaperOffice office, Supplier<Optional<PaperPress>> press) {
        PaperCounter counter = new PaperCounter(api, office, press);
        return List.of(
                new ClaimPapersResource(counter),
                new RecommendationListResource(counter),
                new NoticeListResource(counter),
                new AllocationListResource(counter),
                new PaperVerificationResource(api, office));
    }

    /** The format of a list by the name of its file, which only names that are there reach. */
    static PaperFormat format(String file) {
        return file.endsWith(".pdf") ? PaperFormat.PDF : PaperFormat.XLSX;
    }
}
