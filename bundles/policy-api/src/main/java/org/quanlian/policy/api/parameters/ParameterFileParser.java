package org.quanlian.policy.api.parameters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.LocalizedText;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Takes a parameter file apart and notes what is wrong with its form, naming the key. */
final class ParameterFileParser {
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_BYTES = 4 * MAX_CHARACTERS;

    private final String name;
    private final Map<String, Object> root;

    ParameterFileParser(String name, InputStream in) {
        this.name = name;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        Object document;
        try {
            byte[] yaml = in.readNBytes(MAX_BYTES + 1);
            YamlLimits.require(name, settings, yaml, MAX_BYTES);
            document = new Load(settings).loadFromInputStream(new ByteArrayInputStream(yaml));
        } catch (YamlEngineException e) {
            throw new ParameterException(name, List.of(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> sections = Set.of("policy", "agreement", "documents", "parameters");
        this.root = at("file", () -> ValueTypes.map(document, sections));
    }

    Map<String, Object> header(String section, Set<String> keys) {
        Set<String> sections = Set.of(section, "documents", "parameters");
        at("file", () -> ValueTypes.map(root, sections));
        Map<String, Object> header = at(section, () -> ValueTypes.map(root.get(section), keys));
        requireAll(section, header, keys);
        return header;
    }

    List<LegalDocument> documents() {
        List<LegalDocument> documents = new ArrayList<>();
        for (Object item : at("documents", () -> ValueTypes.list(root.get("documents")))) {
            String key = "documents[" + documents.size() + "]";
            documents.add(at(key, () -> {
                Map<String, Object> map = ValueTypes.map(item, Set.of("number", "title", "issuer", "issuedOn"));
                requireAll(key, map, Set.of("number", "title", "issuer"));
                return new LegalDocument(
                        ValueTypes.text(map.get("number")),
                        ValueTypes.text(map.get("title")),
                        ValueTypes.text(map.get("issuer")),
                        Optional.ofNullable(map.get("issuedOn")).map(ValueTypes::date));
            }));
        }
        if (documents.isEmpty()) {
            throw new ParameterException(name, List.of("documents: there are none"));
        }
        return documents;
    }

    Parameters parameters() {
        Map<?, ?> section = at("parameters", () -> {
            if (root.get("parameters") instanceof Map<?, ?> map) {
                return map;
            }
            throw new IllegalArgumentException("expected a map of parameters");
        });
        List<Parameter> parameters = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        section.forEach((key, raw) -> {
            try {
                parameters.add(parameter(String.valueOf(key), raw));
            } catch (ParameterException e) {
                problems.addAll(e.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new ParameterException(name, problems);
        }
        return new Parameters(parameters);
    }

    private Parameter parameter(String key, Object raw) {
        return at(key, () -> {
            Map<String, Object> map = ValueTypes.map(raw, Set.of("description", "unit", "values"));
            requireAll(key, map, Set.of("description", "unit", "values"));
            List<DatedValue> values = new ArrayList<>();
            for (Object item : ValueTypes.list(map.get("values"))) {
                DatedValue value = value(key + ".values[" + values.size() + "]", item);
                if (!values.isEmpty()
                        && !value.from().isAfter(values.get(values.size() - 1).from())) {
                    throw new IllegalArgumentException("its values must stand in the order of their first days");
                }
                values.add(value);
            }
            return new Parameter(key, localized(map.get("description")), ValueTypes.text(map.get("unit")), values);
        });
    }

    private DatedValue value(String key, Object raw) {
        return at(key, () -> {
            Map<String, Object> map =
                    ValueTypes.map(raw, Set.of("from", "value", "clause", "document", "verification", "note"));
            requireAll(key, map, Set.of("from", "value", "clause", "verification"));
            LocalDate from = ValueTypes.date(map.get("from"));
            String document = map.containsKey("document") ? ValueTypes.text(map.get("document")) : mainDocument();
            return new DatedValue(
                    from,
                    map.get("value"),
                    new LegalRef(document, ValueTypes.text(map.get("clause"))),
                    verification(map.get("verification")),
                    Optional.ofNullable(map.get("note")).map(ValueTypes::text));
        });
    }

    private String mainDocument() {
        return documents().get(0).number();
    }

    private static Verification verification(Object raw) {
        return switch (ValueTypes.text(raw)) {
            case "stated" -> Verification.STATED;
            case "interpreted" -> Verification.INTERPRETED;
            case "unverified" -> Verification.UNVERIFIED;
            default -> throw new IllegalArgumentException(
                    "verification is stated, interpreted or unverified, not '" + raw + "'");
        };
    }

    static LocalizedText localized(Object raw) {
        Map<String, Object> map = ValueTypes.map(raw, Set.of("zh-CN", "en"));
        return new LocalizedText(ValueTypes.text(map.get("zh-CN")), ValueTypes.text(map.get("en")));
    }

    private void requireAll(String key, Map<String, Object> map, Set<String> required) {
        Set<String> missing = new TreeSet<>(required);
        map.forEach((name, value) -> {
            if (value != null) {
                missing.remove(name);
            }
        });
        if (!missing.isEmpty()) {
            throw new ParameterException(
                    name,
                    missing.stream().map(item -> key + "." + item + ": missing").toList());
        }
    }

    private <T> T at(String key, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(name, List.of(key + ": " + e.getMessage()));
        }
    }
}
