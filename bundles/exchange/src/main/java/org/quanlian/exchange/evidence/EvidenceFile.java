package org.quanlian.exchange.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.SignatureVerifier;

/**
 * The zip file of evidence: the exact bytes that were signed, the signatures, the certificates, and a page that says how
 * anybody verifies them. The same evidence is always the same bytes.
 */
public final class EvidenceFile {
    /** The most bytes that a file of evidence has. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final String MESSAGE = "message.json";
    private static final String MESSAGE_SIGNATURE = "message.p7s";
    private static final String SENDER = "sender.pem";
    private static final String RECEIPT = "receipt.json";
    private static final String RECEIPT_SIGNATURE = "receipt.p7s";
    private static final String RECEIVER = "receiver.pem";
    private static final String README = "README.md";
    private static final Map<String, Integer> LIMITS = Map.of(
            MESSAGE, MessageFormat.MAX_BYTES,
            MESSAGE_SIGNATURE, SignatureVerifier.MAX_BYTES,
            SENDER, Certificates.MAX_BYTES,
            RECEIPT, ReceiptFormat.MAX_BYTES,
            RECEIPT_SIGNATURE, SignatureVerifier.MAX_BYTES,
            RECEIVER, Certificates.MAX_BYTES,
            README, 64 * 1024);
    /** The time of all entries: the oldest that a zip knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private EvidenceFile() {}

    /** The bytes of a file. */
    public static byte[] write(Evidence evidence) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(MESSAGE, evidence.sent().message());
        parts.put(MESSAGE_SIGNATURE, evidence.sent().signature());
        parts.put(SENDER, pem(evidence.sender()));
        evidence.answered().ifPresent(answer -> {
            parts.put(RECEIPT, answer.receipt());
            parts.put(RECEIPT_SIGNATURE, answer.signature());
        });
        evidence.receiver().ifPresent(certificate -> parts.put(RECEIVER, pem(certificate)));
        parts.put(README, EvidenceGuide.page(evidence).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file; what it says is not verified yet.
     *
     * @throws RefusedMessageException {@code evidence.format} naming the part that is missing, unknown, there twice, too
     *     big or unreadable
     */
    public static Evidence read(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw refused("zip", null);
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (!LIMITS.containsKey(name)) {
                    throw refused("?", null);
                }
                if (parts.put(name, bounded(zip, name)) != null) {
                    throw refused(name, null);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // A broken name in a zip is an IllegalArgumentException.
            throw refused("zip", e);
        }
        boolean answered = parts.containsKey(RECEIPT) || parts.containsKey(RECEIPT_SIGNATURE);
        return new Evidence(
                new Arrived(part(parts, MESSAGE), part(parts, MESSAGE_SIGNATURE)),
                certificate(parts, SENDER),
                answered
                        ? Optional.of(new Answer(part(parts, RECEIPT), part(parts, RECEIPT_SIGNATURE)))
                        : Optional.empty(),
                answered ? Optional.of(certificate(parts, RECEIVER)) : Optional.empty());
    }

    private static byte[] bounded(InputStream in, String name) throws IOException {
        int limit = LIMITS.get(name);
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw refused(name, null);
        }
        return bytes;
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw refused(name, null);
        }
        return part;
    }

    private static X509Certificate certificate(Map<String, byte[]> parts, String name) {
        try {
            return Certificates.read(part(parts, name));
        } catch (CertificateException e) {
            throw refused(name, e);
        }
    }

    private static byte[] pem(X509Certificate certificate) {
        return Certificates.pem(certificate).getBytes(StandardCharsets.US_ASCII);
    }

    private static RefusedMessageException refused(String part, Exception cause) {
        return new RefusedMessageException(Refusals.lasting("evidence.format", part), cause);
    }
}
