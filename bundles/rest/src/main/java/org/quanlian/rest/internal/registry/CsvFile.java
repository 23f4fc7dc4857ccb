package org.quanlian.rest.internal.registry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.vouchers.lists.LineProblem;
import org.quanlian.vouchers.lists.ListReader;
import org.quanlian.vouchers.lists.RawLine;

/**
 * A list as a CSV file: its first line names the columns. It is UTF-8, with or without a byte order mark; what is no
 * UTF-8 is taken for GB18030, which office programs in China write.
 *
 * @param encoding the encoding it was in
 * @param lines its lines
 * @param problems what is wrong with the file as such; then the lines are of no use
 */
record CsvFile(String encoding, List<RawLine> lines, List<LineProblem> problems) {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(CsvFile.class);
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static CsvFile read(byte[] bytes) {
        Optional<String> utf8 = decode(bytes, StandardCharsets.UTF_8);
        Optional<String> text = utf8.or(() -> decode(bytes, GB18030));
        String encoding = utf8.isPresent() ? "UTF-8" : "GB18030";
        return text.map(of -> parse(encoding, of)).orElseGet(() -> bad(encoding, 0, "csv.encoding"));
    }

    private static CsvFile parse(String encoding, String text) {
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (content.indexOf('\0') >= 0) {
            return bad(encoding, 0, "csv.encoding");
        }
        List<RawLine> lines = new ArrayList<>();
        long last = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(content)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                return bad(encoding, 0, "csv.empty");
            }
            List<String> heading =
                    records.next().getFields().stream().map(String::strip).toList();
            if (new HashSet<>(heading).size() < heading.size()) {
                return bad(encoding, 1, "csv.heading");
            }
            // One more than may be, so that whoever reads them can say that they are too many.
            while (records.hasNext() && lines.size() <= ListReader.MAX_LINES) {
                CsvRecord record = records.next();
                last = record.getStartingLineNumber();
                if (record.getFieldCount() > heading.size()) {
                    return bad(encoding, last, "csv.fields");
                }
                Map<String, String> fields = fields(heading, record);
                if (!fields.isEmpty()) {
                    lines.add(new RawLine(last, fields));
                }
            }
        } catch (CsvParseException e) {
            return bad(encoding, last + 1, "csv.form");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CsvFile(encoding, List.copyOf(lines), List.of());
    }

    private static Map<String, String> fields(List<String> heading, CsvRecord record) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String value = record.getField(i).strip();
            if (!value.isEmpty()) {
                fields.put(heading.get(i), value);
            }
        }
        return fields;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static CsvFile bad(String encoding, long line, String code) {
        return new CsvFile(encoding, List.of(), List.of(new LineProblem(line, "", TEXTS.render(code, List.of()))));
    }
}
