package org.quanlian.exchange.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.message.CanonicalReader;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Milliseconds;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.keys.AgreementPublicKey;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.LocalizedText;

/**
 * The file by which nodes are introduced to each other (伙伴文件): the descriptor in canonical JSON, and for each
 * certificate, those for signatures first, a signature over it, which shows that the node has the key. The agreement key
 * can't sign; who shows that of another can't compute what is agreed by it, and hurts nobody else. Whether it is the right
 * node, people find out: they compare the fingerprint, by telephone or on paper.
 */
public final class DescriptorFile {
    /** The most bytes of a file. */
    public static final int MAX_BYTES = 128 * 1024;

    private static final String KIND = "quanlian.partner/1";
    private static final int MAX_TEXT = 32 * 1024;
    private static final int GROUP = 4;
    private static final Set<String> MEMBERS = Set.of(
            "kind",
            "node",
            "name",
            "endpoint",
            "certificates",
            "transport",
            "agreementKey",
            "tells",
            "takes",
            "madeAt");
    private static final CanonicalReader READER = new CanonicalReader(MAX_BYTES, MAX_TEXT);

    private DescriptorFile() {}

    /**
     * The bytes of a file.
     *
     * @param signers one for each certificate, in their order: those for signatures, then those for connections
     */
    public static byte[] write(PartnerDescriptor descriptor, List<MessageSigner> signers) {
        List<X509Certificate> keys =
                signers.stream().map(signer -> signer.identity().certificate()).toList();
        if (!keys.equals(all(descriptor))) {
            throw new IllegalArgumentException("each certificate of a descriptor signs it");
        }
        ObjectNode inner = json(descriptor);
        byte[] signed = CanonicalJson.write(inner);
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.set("descriptor", inner);
        ArrayNode signatures = file.putArray("signatures");
        signers.forEach(signer -> signatures.add(Base64.getEncoder().encodeToString(signer.sign(signed))));
        return CanonicalJson.write(file);
    }

    /**
     * Reads a file, and verifies that its node has every key that it shows.
     *
     * @param now the certificates must be good now
     * @throws RefusedMessageException {@code json.…}, {@code descriptor.member} naming the first member that is missing,
     *     unknown or wrong in form, or {@code signature.…}
     */
    public static PartnerDescriptor read(byte[] bytes, Instant now) {
        ObjectNode file = READER.read(bytes);
        require("descriptor", file.size() == 2 && file.path("descriptor").isObject());
        require("signatures", file.path("signatures").isArray());
        PartnerDescriptor descriptor = descriptor((ObjectNode) file.get("descriptor"));
        List<X509Certificate> shown = all(descriptor);
        require("signatures", file.get("signatures").size() == shown.size());
        byte[] signed = CanonicalJson.write(file.get("descriptor"));
        for (int i = 0; i < shown.size(); i++) {
            byte[] signature = text(file.get("signatures").get(i), "signatures", DescriptorFile::base64);
            SignatureVerifier.verify(signed, signature, List.of(shown.get(i)), now);
        }
        return descriptor;
    }

    /**
     * The fingerprint of a descriptor by which people compare it: SHA-256 of its canonical JSON, in groups of four
     * hexadecimal digits.
     */
    public static String fingerprint(PartnerDescriptor descriptor) {
        String digest = MessageDigests.of(Profile.INTL, CanonicalJson.write(json(descriptor)));
        String digits = digest.substring(digest.indexOf(':') + 1);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < digits.length(); i += GROUP) {
            groups.add(digits.substring(i, i + GROUP));
        }
        return String.join(" ", groups);
    }

    private static List<X509Certificate> all(PartnerDescriptor descriptor) {
        return Stream.concat(descriptor.certificates().stream(), descriptor.transport().stream())
                .toList();
    }

    private static ObjectNode json(PartnerDescriptor descriptor) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", KIND)
                .put("node", descriptor.node().toString())
                .put("endpoint", descriptor.endpoint().address().toString())
                .put("agreementKey", descriptor.agreementKey().text())
                .put("madeAt", Milliseconds.write(descriptor.madeAt()));
        json.putObject("name")
                .put("zh-CN", descriptor.name().zh())
                .put("en", descriptor.name().en());
        certificates(json.putArray("certificates"), descriptor.certificates());
        certificates(json.putArray("transport"), descriptor.transport());
        classes(json.putArray("tells"), descriptor.tells());
        classes(json.putArray("takes"), descriptor.takes());
        return json;
    }

    private static void certificates(ArrayNode list, List<X509Certificate> certificates) {
        certificates.forEach(each -> list.add(Certificates.pem(each)));
    }

    private static void classes(ArrayNode list, Collection<DataClass> classes) {
        new TreeSet<>(classes).forEach(each -> list.add(each.code()));
    }

    private static PartnerDescriptor descriptor(ObjectNode json) {
        json.fieldNames().forEachRemaining(name -> require("?", MEMBERS.contains(name)));
        text(json.path("kind"), "kind", kind -> {
            require("kind", kind.equals(KIND));
            return kind;
        });
        require("name", json.path("name").size() == 2);
        require("certificates", json.path("certificates").size() <= PartnerDescriptor.MAX_CERTIFICATES);
        require("transport", json.path("transport").size() <= PartnerDescriptor.MAX_TRANSPORT);
        try {
            return new PartnerDescriptor(
                    text(json.path("node"), "node", NodeName::parse),
                    new LocalizedText(
                            text(json.path("name").path("zh-CN"), "name", zh -> zh),
                            text(json.path("name").path("en"), "name", en -> en)),
                    text(json.path("endpoint"), "endpoint", Endpoint::parse),
                    list(json, "certificates", DescriptorFile::certificate),
                    list(json, "transport", DescriptorFile::certificate),
                    text(json.path("agreementKey"), "agreementKey", DescriptorFile::agreementKey),
                    classes(json, "tells"),
                    classes(json, "takes"),
                    text(json.path("madeAt"), "madeAt", Instant::parse));
        } catch (InvalidValueException e) {
            String member = e.reason().substring(e.reason().indexOf('.') + 1);
            throw new RefusedMessageException(
                    Refusals.lasting("descriptor.member", member.equals("time") ? "madeAt" : member), e);
        }
    }

    private static Set<DataClass> classes(ObjectNode json, String name) {
        List<DataClass> classes = list(json, name, code -> DataClass.of(code)
                .orElseThrow(() -> new InvalidValueException("descriptor." + name, "there is no such class of data")));
        require(name, new TreeSet<>(classes).stream().toList().equals(classes));
        return Set.copyOf(classes);
    }

    private static <T> List<T> list(ObjectNode json, String name, Function<String, T> reading) {
        require(name, json.path(name).isArray());
        return StreamSupport.stream(json.get(name).spliterator(), false)
                .map(item -> text(item, name, reading))
                .toList();
    }

    private static <T> T text(JsonNode value, String name, Function<String, T> reading) {
        require(name, value != null && value.isTextual());
        try {
            return reading.apply(value.textValue());
        } catch (InvalidValueException | DateTimeParseException e) {
            throw new RefusedMessageException(Refusals.lasting("descriptor.member", name), e);
        }
    }

    private static X509Certificate certificate(String pem) {
        try {
            X509Certificate certificate = Certificates.read(pem);
            if (!Certificates.pem(certificate).equals(pem)) {
                throw new InvalidValueException(
                        "descriptor.certificates", "a certificate stands alone, as RFC 7468 says");
            }
            return certificate;
        } catch (CertificateException e) {
            throw new InvalidValueException("descriptor.certificates", "a certificate is unreadable");
        }
    }

    private static AgreementPublicKey agreementKey(String text) {
        try {
            return AgreementPublicKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("descriptor.agreementKey", "the key is none of a known curve");
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException("descriptor.signatures", "a signature is written in base 64");
        }
    }

    private static void require(String name, boolean right) {
        if (!right) {
            throw new RefusedMessageException(Refusals.lasting("descriptor.member", name));
        }
    }
}
