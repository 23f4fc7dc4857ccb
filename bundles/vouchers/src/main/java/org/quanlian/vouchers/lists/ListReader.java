package org.quanlian.vouchers.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.registry.PersonKeys;
import org.quanlian.vouchers.registry.ResidentNumber;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.Relation;
import org.quanlian.vouchers.relations.RelationKind;
import org.quanlian.vouchers.relations.Share;

/**
 * Reads the lines of a list. Columns have English or Chinese headings, in any order; a column that is not known is an
 * error, so that a heading with a typing error does not lose its dates in silence.
 */
public final class ListReader {
    /** The most lines that a list may have. */
    public static final int MAX_LINES = 100_000;

    /** The most lines whose problems are told one by one. */
    public static final int MAX_PROBLEMS = 100;

    static final RefusedException.Texts TEXTS = new RefusedException.Texts(ListReader.class);

    private static final Map<String, String> HEADINGS = Map.ofEntries(
            Map.entry("统一社会信用代码", "uscc"),
            Map.entry("名称", "name"),
            Map.entry("企业名称", "name"),
            Map.entry("编号", "number"),
            Map.entry("有效期起", "from"),
            Map.entry("有效期止", "until"),
            Map.entry("validFrom", "from"),
            Map.entry("validUntil", "until"),
            Map.entry("持有方类型", "holderType"),
            Map.entry("持有方", "holder"),
            Map.entry("持有方名称", "holderName"),
            Map.entry("被持有方", "held"),
            Map.entry("被持有方名称", "heldName"),
            Map.entry("关系", "kind"),
            Map.entry("比例", "percentage"));
    private static final Set<String> ENTRY_COLUMNS = Set.of("uscc", "name", "number", "from", "until");
    private static final Set<String> RELATION_COLUMNS =
            Set.of("holderType", "holder", "holderName", "held", "heldName", "kind", "percentage", "from", "until");
    private static final Map<String, RelationKind> KINDS = Map.of(
            "持股", RelationKind.HOLDING,
            "法定代表人", RelationKind.LEGAL_REPRESENTATIVE,
            "任职", RelationKind.EXECUTIVE,
            "隶属", RelationKind.SUBORDINATE);
    private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-M-d", "uuuu/M/d", "uuuuMMdd", "uuuu年M月d日")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final PersonKeys keys;

    /** @param keys name the persons of relations */
    public ListReader(PersonKeys keys) {
        this.keys = keys;
    }

    /** Reads a list whole. */
    public ListReading read(ListKind kind, Iterable<RawLine> lines) {
        Reading reading = new Reading(kind);
        for (RawLine line : lines) {
            if (reading.count++ == MAX_LINES) {
                reading.bad(new LineProblem(line.number(), "", TEXTS.text("list.lines", MAX_LINES)));
                break;
            }
            reading.line(line);
        }
        if (reading.count == 0) {
            reading.bad(new LineProblem(0, "", TEXTS.text("list.empty")));
        }
        return new ListReading(new ListContent(reading.entries, reading.relations), reading.problems, reading.badLines);
    }

    private final class Reading {
        private final ListKind kind;
        private final List<ListContent.Entry> entries = new ArrayList<>();
        private final List<Relation> relations = new ArrayList<>();
        private final List<LineProblem> problems = new ArrayList<>();
        private int badLines;
        private int count;

        Reading(ListKind kind) {
            this.kind = kind;
        }

        void bad(LineProblem problem) {
            badLines++;
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(problem);
            }
        }

        void line(RawLine raw) {
            Line line = new Line(raw, kind == ListKind.RELATIONS ? RELATION_COLUMNS : ENTRY_COLUMNS);
            try {
                if (kind == ListKind.RELATIONS) {
                    relations.add(relation(line));
                } else {
                    entries.add(entry(line));
                }
            } catch (BadFieldException e) {
                bad(new LineProblem(raw.number(), e.column, TEXTS.text(e.code)));
            } catch (InvalidValueException e) {
                bad(new LineProblem(raw.number(), "", TEXTS.text(e.reason())));
            }
        }

        private ListContent.Entry entry(Line line) {
            return new ListContent.Entry(
                    line.uscc("uscc"),
                    line.text("name"),
                    line.optional("number"),
                    line.validity(kind == ListKind.SUSPENSION));
        }

        private Relation relation(Line line) {
            RelationKind tie = line.kind();
            return new Relation(
                    line.holder(keys),
                    Party.organisation(line.uscc("held"), line.text("heldName")),
                    tie,
                    line.optional("percentage").map(text -> line.at("percentage", () -> Share.ofPercent(text))),
                    line.validity(false));
        }
    }

    /** One line, field by field. */
    private static final class Line {
        private final Map<String, String> fields = new HashMap<>();
        private String stray = "";

        Line(RawLine raw, Set<String> columns) {
            raw.fields().forEach((heading, value) -> {
                String column = HEADINGS.getOrDefault(heading, heading);
                if (!columns.contains(column) || fields.put(column, value) != null) {
                    stray = heading;
                }
            });
        }

        Optional<String> optional(String column) {
            if (!stray.isEmpty()) {
                throw new BadFieldException(stray, "list.column");
            }
            return Optional.ofNullable(fields.get(column));
        }

        String text(String column) {
            return optional(column).orElseThrow(() -> new BadFieldException(column, "list.missing"));
        }

        <T> T at(String column, Supplier<T> read) {
            try {
                return read.get();
            } catch (InvalidValueException e) {
                throw new BadFieldException(column, e.reason());
            }
        }

        UnifiedSocialCreditCode uscc(String column) {
            String text = text(column);
            return at(column, () -> new UnifiedSocialCreditCode(text));
        }

        Validity validity(boolean endNeeded) {
            Optional<LocalDate> from = date("from");
            Optional<LocalDate> until = date("until");
            if (endNeeded && until.isEmpty()) {
                throw new BadFieldException("until", "list.missing");
            }
            return at("until", () -> new Validity(from, until));
        }

        RelationKind kind() {
            String text = text("kind");
            return Optional.ofNullable(KINDS.get(text))
                    .or(() -> Stream.of(RelationKind.values())
                            .filter(kind -> kind.name().equals(text))
                            .findFirst())
                    .orElseThrow(() -> new BadFieldException("kind", "list.kind"));
        }

        Party holder(PersonKeys keys) {
            String name = text("holderName");
            return switch (text("holderType")) {
                case "ORGANISATION", "单位" -> Party.organisation(uscc("holder"), name);
                case "PERSON", "个人" -> Party.person(at("holder", () -> person(text("holder"), keys)), name);
                default -> throw new BadFieldException("holderType", "list.holder-type");
            };
        }

        /** Eighteen characters are an identity card's number and must be a good one; else it is another document. */
        private static String person(String number, PersonKeys keys) {
            return number.length() == 18 ? keys.of(new ResidentNumber(number)) : keys.of(number);
        }

        private Optional<LocalDate> date(String column) {
            return optional(column).map(text -> DATES.stream()
                    .flatMap(form -> parse(text, form).stream())
                    .findFirst()
                    .orElseThrow(() -> new BadFieldException(column, "list.date")));
        }

        private static Optional<LocalDate> parse(String text, DateTimeFormatter form) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private static final class BadFieldException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String column;
        private final String code;

        BadFieldException(String column, String code) {
            super(code, null, false, false);
            this.column = column;
            this.code = code;
        }
    }
}
