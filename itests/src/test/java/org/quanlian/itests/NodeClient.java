package org.quanlian.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Talks to a node over HTTP as an outsider would. */
public final class NodeClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String base;

    /** A client of the node on that port of this machine. */
    public NodeClient(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** The answer to a GET. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** The answer to an assessment request under the current Shanxi 2025. */
    public HttpResponse<String> assess(String claim) {
        return assess("140000/2025/assessments", claim);
    }

    /** The answer to an assessment request. */
    public HttpResponse<String> assess(String policyPath, String claim) {
        return send(request("/api/v1/policies/" + policyPath)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(claim))
                .build());
    }

    /** The answer to any request; headers are names and values in turn. */
    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, List<String> headers) {
        HttpRequest.Builder request = request(path).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return send(request.build());
    }

    /** What is at a path, as it is, with its status. */
    public HttpResponse<byte[]> bytes(String path, List<String> headers) {
        HttpRequest.Builder request = request(path).GET();
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UnansweredException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
