package org.quanlian.rest.internal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;

/** What a GET answers: bytes with a tag by which a client can ask whether they changed. */
final class Representation {
    private final byte[] body;
    private final String mediaType;
    private final String tag;

    Representation(byte[] body, String mediaType) {
        this(body, mediaType, '"' + digest(body) + '"');
    }

    Representation(byte[] body, String mediaType, String tag) {
        this.body = body;
        this.mediaType = mediaType;
        this.tag = tag;
    }

    /** The answer to a request: the bytes, or 304 when the client has them already. */
    Response answer(HttpServletRequest request) {
        Response.ResponseBuilder response = isKnownTo(request)
                ? Response.notModified()
                : Response.ok(body).type(mediaType).header("Content-Length", body.length);
        return response.header("ETag", tag).header("Cache-Control", "no-cache").build();
    }

    private boolean isKnownTo(HttpServletRequest request) {
        for (String header : Collections.list(request.getHeaders("If-None-Match"))) {
            for (String known : header.split(",", -1)) {
                String candidate = known.strip();
                if (candidate.equals("*") || candidate.equals(tag) || candidate.equals("W/" + tag)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
