package org.quanlian.vouchers;

import java.time.Instant;
import java.util.Optional;

/**
 * Answers to requests that may come again with the same key, so that a retry does its work once and is answered the
 * same (幂等). The answer is kept in the transaction that did the work.
 *
 * <p>Source: the {@code Idempotency-Key} header (IETF draft-ietf-httpapi-idempotency-key-header).
 */
public interface RepeatedRequests {
    /**
     * The answer given before under a key; the key is then this transaction's alone until it ends.
     *
     * @param caller whose key it is: keys of others are other keys
     */
    Optional<Answer> find(String caller, String key);

    /** The answer given before under a key, for who only looks: the key is not this transaction's. */
    Optional<Answer> look(String caller, String key);

    /** Keeps an answer. */
    void keep(String caller, String key, Answer answer);

    /** Forgets the answers kept before an instant, and keys to which none was ever kept; tells how many. */
    int forgetBefore(Instant instant);

    /**
     * An answer as it was given.
     *
     * @param request digest of the request: another request under the same key is refused
     * @param status HTTP status
     * @param location where the thing made is, empty when nothing was made
     * @param body the body, JSON
     * @param at when it was given
     */
    record Answer(String request, int status, String location, String body, Instant at) {}
}
