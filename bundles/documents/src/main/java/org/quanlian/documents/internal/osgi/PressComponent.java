package org.quanlian.documents.internal.osgi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.quanlian.documents.internal.Press;
import org.quanlian.vouchers.papers.Paper;
import org.quanlian.vouchers.papers.PaperFormat;
import org.quanlian.vouchers.papers.PaperPress;
import org.quanlian.vouchers.papers.PrintedPaper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the press of papers. */
@Component(service = PaperPress.class, configurationPid = "org.quanlian.papers")
public final class PressComponent implements PaperPress {
    private static final Logger LOG = LoggerFactory.getLogger(PressComponent.class);

    private final Press press;

    /**
     * @param settings what the operator set
     * @throws IllegalArgumentException naming the setting that is wrong
     */
    @Activate
    public PressComponent(PapersConfiguration settings) {
        press = new Press(address(settings.publicUrl().strip()), LOG::warn);
    }

    @Override
    public PrintedPaper print(Paper paper, PaperFormat format) {
        return press.print(paper, format);
    }

    private static Optional<String> address(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (uri.getHost() != null && web && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return Optional.of(uri.toASCIIString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("publicUrl is \"" + text + "\" and no URL: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(
                "publicUrl is \"" + text + "\", and must be such as https://HOST, without a query");
    }
}
