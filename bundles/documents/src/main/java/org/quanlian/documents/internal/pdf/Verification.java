package org.quanlian.documents.internal.pdf;

import java.util.Objects;
import java.util.Optional;

/**
 * How a paper is told from one that somebody made up: by the digest that is printed on it, which the node knows.
 *
 * @param digest the digest of what stands on the paper, as 64 hexadecimal digits
 * @param address where people reach the node; empty when it is not told
 */
record Verification(String digest, Optional<String> address) {
    Verification {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(address, "address");
    }

    /** What the QR code says: where the node tells about this paper, or the digest alone. */
    String link() {
        return address.map(at -> (at.endsWith("/") ? at : at + "/") + "api/v1/papers/" + digest)
                .orElse(digest);
    }

    /** What people are told. */
    String words() {
        return address.isPresent()
                ? "扫码或在本节点按下列内容摘要（SHA-256）核验：只说明本节点是否出具过本文书、何时出具、涉及哪项申请。"
                : "按下列内容摘要（SHA-256，见二维码）向出具节点核验：只说明其是否出具过本文书、何时出具、涉及哪项申请。";
    }
}
