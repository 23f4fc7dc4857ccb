package org.quanlian.exchange.inbound;

/**
 * A receipt as it was signed (已签回执).
 *
 * @param receipt its bytes
 * @param signature the signature over them
 */
@SuppressWarnings("ArrayRecordComponent") // Sent and kept as they are; none are compared.
public record Answer(byte[] receipt, byte[] signature) {}
