package org.quanlian.exchange.inbound;

/**
 * What came from another node, as it came (收到的报文): the arrays are not copied, and nobody changes them.
 *
 * @param message the bytes of the message
 * @param signature the detached signature over them
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are kept, digested and signed as they are; none are compared.
public record Arrived(byte[] message, byte[] signature) {}
