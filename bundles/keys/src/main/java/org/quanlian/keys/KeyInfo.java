package org.quanlian.keys;

import java.time.Instant;
import org.quanlian.keys.crypto.Algorithm;

/**
 * What may be told of a key.
 *
 * @param purpose what it is for
 * @param id its name
 * @param algorithm what it works with
 * @param created when it was made
 * @param current whether it is the one that works; the others are there for what they signed or sealed. Of keys with
 *     certificates it is not told here: which one works depends on what partners know
 */
public record KeyInfo(Purpose purpose, String id, Algorithm algorithm, Instant created, boolean current) {}
