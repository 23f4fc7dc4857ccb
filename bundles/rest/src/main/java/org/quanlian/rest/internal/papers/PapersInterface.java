package org.quanlian.rest.internal.papers;

import java.util.List;
import java.util.stream.Stream;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.documents.Documents;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperOffice;

/** Papers over HTTP. */
public final class PapersInterface {
    /** Every path about papers. */
    public static final List<Route> ROUTES = Stream.of(
                    ClaimPapersResource.ROUTES,
                    RecommendationListResource.ROUTES,
                    NoticeListResource.ROUTES,
                    AllocationListResource.ROUTES,
                    PaperVerificationResource.ROUTES,
                    DocumentInvoiceResource.ROUTES)
            .flatMap(List::stream)
            .toList();

    private PapersInterface() {}

    /**
     * The resources that answer at those paths.
     *
     * @param office tells what stands on papers
     * @param documents has the invoices that were uploaded
     * @param shop prints and reads
     */
    public static List<Object> resources(Api api, PaperOffice office, Documents documents, Printshop shop) {
        PaperCounter counter = new PaperCounter(api, office, shop.press());
        return List.of(
                new ClaimPapersResource(counter),
                new RecommendationListResource(counter),
                new NoticeListResource(counter),
                new AllocationListResource(counter),
                new PaperVerificationResource(api, office),
                new DocumentInvoiceResource(api, documents, shop.invoices()));
    }

    /** The format of a list by the name of its file, which only names that are there reach. */
    static PaperFormat format(String file) {
        return file.endsWith(".pdf") ? PaperFormat.PDF : PaperFormat.XLSX;
    }
}
