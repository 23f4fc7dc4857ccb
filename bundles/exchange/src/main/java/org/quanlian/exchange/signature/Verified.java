package org.quanlian.exchange.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * What a good signature says (验签结果).
 *
 * @param profile with which algorithms it was made
 * @param certificate whose it is
 * @param signedAt when the signer says that it was made; nobody else vouches for that
 */
public record Verified(Profile profile, X509Certificate certificate, Instant signedAt) {}
