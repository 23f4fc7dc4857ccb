package org.quanlian.documents.internal.invoice;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The leaves of an XML document with their paths, read once from front to back. A DOCTYPE ends it, so there are no entities
 * to resolve; size, depth, elements and texts are bounded.
 */
final class InvoiceXml {
    /** The most bytes of a document. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /** The deepest that elements stand in one another. */
    static final int MAX_DEPTH = 24;

    /** The most elements. */
    static final int MAX_ELEMENTS = 50_000;

    /** The longest text of a leaf that is taken; a longer one is no value of ours. */
    static final int MAX_TEXT = 400;

    private InvoiceXml() {}

    /**
     * A leaf: an element without elements in it.
     *
     * @param path the names of the elements that lead to it, such as {@code /EInvoice/Header/EIid}; an element that has a
     *     {@code Name} bears it in brackets, one with a prefix bears that
     * @param text its text without spaces around
     */
    record Leaf(String path, String text) {}

    /** The leaves of a document, in its order; empty when it is no such document, or beyond the bounds. */
    static Optional<List<Leaf>> leaves(byte[] document) {
        if (document.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text(document)));
            try {
                return walk(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | CharacterCodingException e) {
            // Not well formed: then it says nothing that could be relied on.
            return Optional.empty();
        }
    }

    /** The document as text: invoices come in UTF-8. */
    private static String text(byte[] document) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(document))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<List<Leaf>> walk(XMLStreamReader reader) throws XMLStreamException {
        List<Leaf> leaves = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    if (elements > MAX_ELEMENTS || path.size() == MAX_DEPTH) {
                        return Optional.empty();
                    }
                    path.addLast(name(reader));
                    text.setLength(0);
                    leaf = true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() <= MAX_TEXT) {
                        text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    String told = text.toString().strip();
                    if (leaf && !told.isEmpty() && told.length() <= MAX_TEXT) {
                        leaves.add(new Leaf("/" + String.join("/", path), told));
                    }
                    path.removeLast();
                    leaf = false;
                }
                default -> {
                    // Comments, instructions and spaces say nothing.
                }
            }
        }
        return Optional.of(leaves);
    }

    private static String name(XMLStreamReader reader) {
        String prefix = reader.getPrefix() == null || reader.getPrefix().isEmpty() ? "" : reader.getPrefix() + ":";
        String named = reader.getAttributeValue(null, "Name");
        String place = named == null || named.length() > MAX_TEXT ? "" : "[" + named + "]";
        return prefix + reader.getLocalName() + place;
    }

    private static XMLInputFactory factory() {
        // The platform's own, whatever other bundles offer: its bounds are known.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside an invoice is looked at");
        });
        return factory;
    }
}
