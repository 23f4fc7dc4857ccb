package org.quanlian.vouchers.exchange;

import java.util.Objects;

/**
 * A message or a receipt as it was signed (已签文本).
 *
 * @param text what was signed; its bytes in UTF-8 are
 * @param signature the detached signature over them, in base 64
 * @param signer with what it was signed
 */
public record SignedText(String text, String signature, SignerCertificate signer) {
    public SignedText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(signer, "signer");
    }
}
