package org.quanlian.rest.internal.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.quanlian.rest.internal.http.RequestLimits.Work;

/**
 * Paths of one form, with what may be asked of them.
 *
 * @param template the form of the paths, for example {@code /api/v1/policies/{province}/{year}}
 * @param methods the methods it answers, save HEAD and OPTIONS, which follow from them
 * @param maxBodyBytes the biggest JSON body it takes; 0 when it takes none
 * @param uploads whether a body is handed on as it comes, whatever it is, instead of being read as JSON
 * @param open whether a body is taken of somebody who does not say who asks
 * @param work what kind of work its requests are
 */
public record Route(String template, Set<String> methods, int maxBodyBytes, boolean uploads, boolean open, Work work) {
    /** The attribute of a request that holds the template of its route. */
    public static final String TEMPLATE = "org.quanlian.rest.route";

    /** The attribute of a request whose body is taken of nobody: {@code true} when it has to be known who asks. */
    public static final String CLOSED = "org.quanlian.rest.closed";

    /** What stands in logs and measures for a path that no route takes. */
    public static final String UNMATCHED = "unmatched";

    public Route {
        methods = Set.copyOf(methods);
    }

    /** Paths that are read. */
    public static Route reading(String template) {
        return new Route(template, Set.of("GET"), 0, false, false, Work.ORDINARY);
    }

    /** Paths to which a JSON body is posted. */
    public static Route posting(String template, int maxBodyBytes) {
        return new Route(template, Set.of("POST"), maxBodyBytes, false, false, Work.ORDINARY);
    }

    /** Paths that answer several methods, those with a body in JSON. */
    public static Route of(String template, int maxBodyBytes, String... methods) {
        return new Route(template, Set.of(methods), maxBodyBytes, false, false, Work.ORDINARY);
    }

    /** Paths to which files are posted; whoever takes them bounds them. */
    public static Route uploading(String template, String... methods) {
        return new Route(template, Set.of(methods), 0, true, false, Work.ORDINARY);
    }

    /** The same paths, to which a body may be sent by whoever likes. */
    public Route openly() {
        return new Route(template, methods, maxBodyBytes, uploads, true, work);
    }

    /** The same paths as another kind of work. */
    public Route as(Work other) {
        return new Route(template, methods, maxBodyBytes, uploads, open, other);
    }

    /** What kind of work a request is: a body that is handed on as it comes is always a file. */
    Work workOf(boolean hasBody) {
        return uploads && hasBody ? Work.FILES : work;
    }

    /** What the {@code Allow} header says. */
    public String allow() {
        Set<String> all = new LinkedHashSet<>();
        if (methods.contains("GET")) {
            all.add("GET");
            all.add("HEAD");
        }
        methods.stream().sorted().forEach(all::add);
        all.add("OPTIONS");
        return String.join(", ", all);
    }

    /** Routes in the order in which they are tried. */
    public static final class Table {
        private record Entry(Pattern form, Route route) {}

        private final List<Entry> entries;

        /** A table of routes; none of the templates takes a path that another takes. */
        public Table(List<Route> routes) {
            entries = routes.stream()
                    .map(route -> new Entry(form(route.template()), route))
                    .toList();
        }

        /** The route that takes a decoded path, if one does. */
        public Optional<Route> find(String path) {
            return entries.stream()
                    .filter(entry -> entry.form().matcher(path).matches())
                    .map(Entry::route)
                    .findFirst();
        }

        private static Pattern form(String template) {
            return Pattern.compile(Pattern.quote(template).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"));
        }
    }
}
