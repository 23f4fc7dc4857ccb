package org.quanlian.exchange.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.Profile;

/** The page inside a file of evidence that tells people how to verify it with tools that are not ours. */
final class EvidenceGuide {
    private EvidenceGuide() {}

    static String page(Evidence evidence) {
        boolean national = Certificates.profileOf(evidence.sender()).equals(java.util.Optional.of(Profile.GM));
        String name = evidence.answered().isEmpty() ? "unanswered" : national ? "gm" : "intl";
        return load(name + ".md")
                .replace("${sender}", Certificates.fingerprint(evidence.sender()))
                .replace(
                        "${receiver}",
                        evidence.receiver().map(Certificates::fingerprint).orElse("—"));
    }

    private static String load(String name) {
        try (InputStream in = EvidenceGuide.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " beside " + EvidenceGuide.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
