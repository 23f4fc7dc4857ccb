package org.quanlian.rest;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;
import org.quanlian.documents.internal.invoice.InvoiceFiles;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.identity.internal.signin.SourceAddresses;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.rest.internal.RestNode;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Admission;
import org.quanlian.rest.internal.http.RequestLimits;
import org.quanlian.rest.internal.osgi.Whiteboard;
import org.quanlian.rest.internal.papers.Printshop;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Platform;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.registry.PersonKeys;

/**
 * The node's HTTP side in this JVM: the endpoints as they are, in the servlet whiteboard and the Jetty that the
 * distribution runs, set as it sets it, on a free port of the loopback interface, whose word about the source of a request
 * counts as that of a proxy. Every answer is held to the contract.
 */
final class RunningNode implements AutoCloseable {
    private static final String RUNTIME = "org.osgi.service.servlet.runtime.HttpServiceRuntime";
    private static final Path HTTP_CONFIGURATION =
            Path.of("..", "..", "assembly", "src", "main", "distribution", "etc", "org.apache.felix.http.cfg");
    private static final OpenApiContract CONTRACT = OpenApiContract.shipped();

    private final Path storage;
    private final Framework framework;
    private final List<ReadinessCheck> parts = new CopyOnWriteArrayList<>();
    private final Admission admission;
    private final RestNode node;
    private final Whiteboard whiteboard;
    private URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A node whose connections may be silent for a minute, longer than any test. */
    RunningNode(PolicyRegistry registry, AssessmentService assessments) {
        this(registry, assessments, Duration.ofMinutes(1));
    }

    /**
     * A node.
     *
     * @param idleTimeout how long a connection may be silent
     */
    RunningNode(PolicyRegistry registry, AssessmentService assessments, Duration idleTimeout) {
        this(platform(registry, assessments), Optional::empty, idleTimeout, RequestLimits.DEFAULT);
    }

    /**
     * A node with a store.
     *
     * @param ports the store and who guards it, while they are there
     */
    RunningNode(Platform platform, Supplier<Optional<Api.Ports>> ports) {
        this(platform, ports, Duration.ofMinutes(1), RequestLimits.DEFAULT);
    }

    /**
     * A node with other limits.
     *
     * @param limits how much it lets in
     */
    RunningNode(Platform platform, Supplier<Optional<Api.Ports>> ports, RequestLimits limits) {
        this(platform, ports, Duration.ofMinutes(1), limits);
    }

    private RunningNode(
            Platform platform, Supplier<Optional<Api.Ports>> ports, Duration idleTimeout, RequestLimits limits) {
        admission = new Admission(limits, System::nanoTime);
        try {
            storage = Files.createTempDirectory("rest-test");
            framework = new org.apache.felix.framework.FrameworkFactory().newFramework(configuration(idleTimeout));
            framework.start();
            for (String inside : List.of(
                    "org/apache/commons/io/IOUtils.class",
                    "org/apache/commons/fileupload/FileItem.class",
                    "org/apache/felix/http/jetty/internal/JettyActivator.class")) {
                framework
                        .getBundleContext()
                        .installBundle(jarWith(inside).toUri().toString())
                        .start();
            }
            address = awaitContainer();
        } catch (IOException | BundleException e) {
            throw new IllegalStateException("the container did not start", e);
        }
        node = new RestNode(
                platform,
                ports,
                () -> parts,
                admission,
                new SourceAddresses(List.of("127.0.0.1"))::of,
                new Printshop(() -> Optional.of(TestPress.get()), () -> Optional.of(new InvoiceFiles())));
        whiteboard = new Whiteboard(framework.getBundleContext(), node.endpoints());
    }

    /** Adds a part of the node that says whether it can serve. */
    void add(ReadinessCheck part) {
        parts.add(part);
    }

    /** What the node lets in. */
    Admission admission() {
        return admission;
    }

    /** Where the node listens. */
    URI address() {
        return address;
    }

    /** Stops the web container and starts it again, on another port. */
    void restartContainer() {
        try {
            for (Bundle bundle : framework.getBundleContext().getBundles()) {
                if (bundle.getSymbolicName().startsWith("org.apache.felix.http.jetty")) {
                    bundle.stop();
                    bundle.start();
                }
            }
        } catch (BundleException e) {
            throw new IllegalStateException("the container did not restart", e);
        }
        address = awaitContainer();
    }

    /** Registers a servlet of somebody else's. */
    void register(Servlet servlet, String pattern) {
        new Whiteboard(
                framework.getBundleContext(), List.of(new RestNode.Endpoint("guest", List.of(pattern), 0, servlet)));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body), headers);
    }

    HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        CONTRACT.check(new OpenApiContract.Answer(
                method,
                response.uri().getPath(),
                response.statusCode(),
                response.headers().map(),
                response.body()));
        return response;
    }

    /** A file as its bytes. */
    HttpResponse<byte[]> file(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<byte[]> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        CONTRACT.check(new OpenApiContract.Answer(
                "GET",
                response.uri().getPath(),
                response.statusCode(),
                response.headers().map(),
                new String(response.body(), StandardCharsets.UTF_8)));
        return response;
    }

    /**
     * The answer, head and body, to a request that no decent client would send.
     *
     * @param start the request line, and headers if any
     * @param json the body, sent as JSON
     */
    String raw(String start, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head =
                "%s\r\nHost: node\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(start, body.length);
        try (Connection connection = connect()) {
            connection.send(head.getBytes(StandardCharsets.UTF_8));
            connection.send(body);
            return checked(start, connection.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same answer, once it was held to the contract. */
    String checked(String start, String answer) {
        String[] request = start.split("[ ?]", 3);
        int end = answer.indexOf("\r\n\r\n");
        String[] lines = answer.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new HashMap<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            String[] header = line.split(": ", 2);
            headers.put(header[0], List.of(header[1]));
        }
        int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
        CONTRACT.check(new OpenApiContract.Answer(request[0], request[1], status, headers, answer.substring(end + 4)));
        return answer;
    }

    /** A bare connection, for clients that do not behave. */
    Connection connect() throws IOException {
        return new Connection(new Socket(address.getHost(), address.getPort()));
    }

    /** Keeps no document. */
    private static final class NoContents implements ContentStore {
        @Override
        public DocumentLimits limits() {
            return DocumentLimits.DEFAULT;
        }

        @Override
        public KeptContent keep(InputStream in, Arriving arriving) throws IOException {
            throw new IOException("nothing is kept here");
        }

        @Override
        public InputStream open(KeptContent content) throws IOException {
            throw new IOException("nothing is kept here");
        }

        @Override
        public int sweep(Instant before, Predicate<String> kept) {
            return 0;
        }
    }

    /** A bare connection; a read that waits for 30 seconds fails. */
    record Connection(Socket socket) implements AutoCloseable {
        Connection {
            try {
                socket.setSoTimeout(30_000);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Everything that the node still says before it closes the connection. */
        String readAll() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Override
    public void close() {
        whiteboard.close();
        node.close();
        try {
            framework.stop();
            framework.waitForStop(60_000);
            try (Stream<Path> files = Files.walk(storage)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (BundleException | IOException e) {
            throw new IllegalStateException("the container did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a node stands on, on these. */
    static Platform platform(PolicyRegistry registry, AssessmentService assessments) {
        Clock clock = Clock.systemUTC();
        return new Platform(
                clock,
                new Ids(clock, new SecureRandom()),
                registry,
                assessments,
                new NoContents(),
                new PersonKeys(new byte[PersonKeys.MIN_KEY_BYTES]));
    }

    private Map<String, String> configuration(Duration idleTimeout) throws IOException {
        // The servlet API and SLF4J are those of this JVM's class path, so that the endpoints here fit the container.
        Attributes api = manifest(jarWith("jakarta/servlet/Servlet.class"));
        Map<String, String> configuration = new HashMap<>(distributed());
        configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        configuration.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                api.getValue(Constants.EXPORT_PACKAGE)
                        + ",org.slf4j;version=2.0.17,org.slf4j.spi;version=2.0.17,org.slf4j.event;version=2.0.17");
        configuration.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, api.getValue(Constants.PROVIDE_CAPABILITY));
        configuration.put("org.apache.felix.http.host", "127.0.0.1");
        configuration.put("org.osgi.service.http.port", "0");
        configuration.put("org.apache.felix.http.timeout", Long.toString(idleTimeout.toMillis()));
        return configuration;
    }

    /** How the distribution sets its container. */
    private static Map<String, String> distributed() throws IOException {
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(HTTP_CONFIGURATION)) {
            file.load(in);
        }
        Map<String, String> set = new HashMap<>();
        file.stringPropertyNames().forEach(name -> set.put(name, file.getProperty(name)));
        return set;
    }

    private URI awaitContainer() {
        ServiceTracker<Object, Object> tracker = new ServiceTracker<>(framework.getBundleContext(), RUNTIME, null);
        // Whatever class it is of: only its properties are read.
        tracker.open(true);
        try {
            if (tracker.waitForService(60_000) == null) {
                throw new IllegalStateException("the container did not come up in time");
            }
            ServiceReference<Object> runtime = tracker.getServiceReference();
            return URI.create(((String[]) runtime.getProperty("osgi.http.endpoint"))[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            tracker.close();
        }
    }

    private static Attributes manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    private static Path jarWith(String entry) {
        URL found = RunningNode.class.getClassLoader().getResource(entry);
        if (found == null) {
            throw new IllegalStateException("no jar of the class path has " + entry);
        }
        String text = found.toString();
        return Path.of(URI.create(text.substring("jar:".length(), text.indexOf('!'))));
    }
}
