package org.quanlian.rest.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The OpenAPI document of the node: {@code openapi.yaml} with the parts of the areas, which stand in a folder beside it,
 * put in where it names them.
 */
public final class OpenApiDocument {
    /** The areas in the order in which the document tells of them; each has a file of paths and one of schemas. */
    public static final List<String> AREAS = List.of(
            "accounts",
            "registry",
            "orders",
            "documents",
            "claims",
            "treasury",
            "publication",
            "papers",
            "integrity",
            "calendar",
            "notifications",
            "mails",
            "exchange",
            "audit");

    private static final String FOLDER = "/org/quanlian/rest/";

    private OpenApiDocument() {}

    /** The text of the document. */
    public static String text() {
        return load("openapi.yaml")
                .replace("  # {paths of the areas}\n", parts("paths"))
                .replace("    # {schemas of the areas}\n", parts("schemas"));
    }

    private static String parts(String kind) {
        return AREAS.stream()
                .map(area -> load("openapi/" + area + "." + kind + ".yaml"))
                .collect(Collectors.joining("\n"));
    }

    private static String load(String name) {
        try (InputStream in = OpenApiDocument.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
