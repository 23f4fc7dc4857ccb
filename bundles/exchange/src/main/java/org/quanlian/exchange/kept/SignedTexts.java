package org.quanlian.exchange.kept;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.vouchers.exchange.SignedText;
import org.quanlian.vouchers.exchange.SignerCertificate;

/** What was signed, between the bytes that are sent and the texts that are kept. Canonical JSON is UTF-8: nothing is lost. */
public final class SignedTexts {
    private SignedTexts() {}

    /** What is kept of bytes that were signed. */
    public static SignedText of(byte[] bytes, byte[] signature, X509Certificate signer) {
        return new SignedText(
                new String(bytes, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(signature),
                new SignerCertificate(Certificates.fingerprint(signer), Certificates.pem(signer)));
    }

    /** A message as it is sent. */
    public static Arrived message(SignedText kept) {
        return new Arrived(bytes(kept), signature(kept));
    }

    /** A receipt as it is answered. */
    public static Answer answer(SignedText kept) {
        return new Answer(bytes(kept), signature(kept));
    }

    /** The certificate of whoever signed it. */
    public static X509Certificate signer(SignedText kept) {
        try {
            return Certificates.read(kept.signer().pem());
        } catch (CertificateException e) {
            throw new IllegalStateException("the certificate " + kept.signer().fingerprint() + " is kept broken", e);
        }
    }

    private static byte[] bytes(SignedText kept) {
        return kept.text().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] signature(SignedText kept) {
        return Base64.getDecoder().decode(kept.signature());
    }
}
