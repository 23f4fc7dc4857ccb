package org.quanlian.documents.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.quanlian.documents.internal.content.Block;
import org.quanlian.documents.internal.content.Cell;
import org.quanlian.documents.internal.content.CellText;
import org.quanlian.documents.internal.content.Column;
import org.quanlian.documents.internal.content.Content;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What stands on a paper as a tree of HTML elements. All that is told is put in as text nodes, which nothing parses: so no
 * name is ever markup. Elements, classes and style are ours alone.
 */
final class Html {
    private static final int PAIRS_A_LINE = 2;

    /** A table of so many rows stays together on a page. */
    private static final int SHORT = 10;

    /** Widths of a label, its value, and the same again, in percent. */
    private static final List<Integer> FIELD_COLUMNS = List.of(20, 30, 20, 30);

    private final Document document;
    private final PaperFont font;
    private final Set<Integer> missing = PaperFont.noneMissing();

    private Html(PaperFont font) {
        this.font = font;
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes documents", e);
        }
    }

    /**
     * The tree of a paper.
     *
     * @param content what stands on it
     * @param style the style sheet
     * @param verification how the paper is told from one that somebody made up
     */
    static Document of(Content content, PaperFont font, String style, Verification verification) {
        return new Html(font).build(content, style, verification);
    }

    private Document build(Content content, String style, Verification verification) {
        Element html = document.createElement("html");
        html.setAttribute("lang", "zh-CN");
        html.setAttribute("class", content.landscape() ? "landscape" : "portrait");
        document.appendChild(html);
        Element head = add(html, "head");
        text(add(head, "title"), content.title());
        meta(head, "subject", content.reference());
        meta(head, "description", content.title() + " " + content.reference());
        add(head, "style").setTextContent(style);
        Element body = add(html, "body");
        for (String place : List.of("w1", "w2", "w3")) {
            text(add(body, "div", "watermark " + place), content.watermark());
        }
        text(add(body, "div", "reference"), content.title() + "　" + content.reference());
        text(add(body, "h1"), content.title());
        text(add(body, "div", "subtitle"), content.subtitle());
        content.blocks().forEach(block -> add(body, block));
        Element closing = add(body, "div", "closing");
        add(closing, verification);
        if (!missing.isEmpty()) {
            text(add(body, "div", "note"), missingNote());
        }
        return document;
    }

    private void add(Element body, Block block) {
        if (block instanceof Block.Heading heading) {
            text(add(body, "h2"), heading.text());
        } else if (block instanceof Block.Note note) {
            text(add(body, "div", "note"), note.text());
        } else if (block instanceof Block.Fields fields) {
            add(body, fields);
        } else if (block instanceof Block.Table table) {
            add(body, table);
        } else if (block instanceof Block.Signatures signatures) {
            add(body, signatures);
        }
    }

    private void add(Element body, Block.Fields fields) {
        Element table = add(body, "table", "fields");
        Element columns = add(table, "colgroup");
        for (int width : FIELD_COLUMNS) {
            add(columns, "col").setAttribute("style", "width: " + width + "%");
        }
        Element rows = add(table, "tbody");
        List<Block.Field> line = new ArrayList<>();
        for (Block.Field field : fields.fields()) {
            if (field.wide()) {
                line(rows, line);
                line.clear();
                line(rows, List.of(field));
            } else {
                line.add(field);
                if (line.size() == PAIRS_A_LINE) {
                    line(rows, line);
                    line.clear();
                }
            }
        }
        line(rows, line);
    }

    private void line(Element rows, List<Block.Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        Element row = add(rows, "tr");
        for (Block.Field field : fields) {
            text(add(row, "td", "label"), field.label());
            Element value = add(row, "td", "value");
            text(value, CellText.of(field.value()));
            if (fields.size() == 1) {
                value.setAttribute("colspan", String.valueOf(FIELD_COLUMNS.size() - 1));
            }
        }
    }

    private void add(Element body, Block.Table table) {
        Element element = add(body, "table", table.rows().size() > SHORT ? "list" : "list short");
        Element columns = add(element, "colgroup");
        Element headings = add(add(element, "thead"), "tr");
        for (Column column : table.columns()) {
            add(columns, "col").setAttribute("style", "width: " + column.width() + "%");
            text(add(headings, "th"), column.label());
        }
        Element rows = add(element, "tbody");
        table.rows().forEach(row -> row(add(rows, "tr"), table.columns(), row));
        if (!table.total().isEmpty()) {
            row(add(rows, "tr", "total"), table.columns(), table.total());
        }
    }

    private void row(Element row, List<Column> columns, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String side =
                    switch (columns.get(i).align()) {
                        case LEFT -> "left";
                        case CENTRE -> "centre";
                        case RIGHT -> "right";
                    };
            text(add(row, "td", side), CellText.of(cells.get(i)));
        }
    }

    private void add(Element body, Block.Signatures signatures) {
        Element row = add(add(add(body, "table", "signatures"), "tbody"), "tr");
        for (Block.Place place : signatures.places()) {
            Element cell = add(row, "td");
            text(add(cell, "div"), place.heading());
            place.lines().forEach(line -> text(add(cell, "div", "place"), line.isEmpty() ? "　" : line));
        }
    }

    private void add(Element body, Verification verification) {
        Element row = add(add(add(body, "table", "verification"), "tbody"), "tr");
        Element picture = add(add(row, "td", "code"), "img");
        picture.setAttribute("src", QrCode.address(verification.link()));
        picture.setAttribute("alt", "核验二维码");
        Element words = add(row, "td");
        text(add(words, "div"), verification.words());
        text(add(words, "div", "digest"), verification.digest());
    }

    private String missingNote() {
        return missing.stream()
                .map(c -> "U+%04X".formatted(c))
                .collect(Collectors.joining("、", PaperFont.MISSING + " 代表字库以外的字，依次为 ", "。"));
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", font.shown(content, PaperFont.noneMissing()));
    }

    /** Puts a text in, line by line. */
    private void text(Element element, String text) {
        String[] lines = font.shown(text, missing).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                add(element, "br");
            }
            element.appendChild(document.createTextNode(lines[i]));
        }
    }

    private Element add(Element parent, String name) {
        Element element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }

    private Element add(Element parent, String name, String style) {
        Element element = add(parent, name);
        element.setAttribute("class", style);
        return element;
    }
}
