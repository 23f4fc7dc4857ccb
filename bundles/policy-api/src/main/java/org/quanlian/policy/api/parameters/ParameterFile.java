package org.quanlian.policy.api.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quanlian.model.Area;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;

/**
 * The parameter file of a pack or an agreement: who it is, the documents it stands on, and its parameters.
 *
 * <p>The form is described in {@code docs/policy-authors.md}. A missing, unknown, duplicate or ill-typed key, or a value
 * without a clause, is refused with a {@link ParameterException} that names the key.
 */
public final class ParameterFile {
    private final String name;
    private final Map<String, Object> header;
    private final List<LegalDocument> documents;
    private final Parameters parameters;

    private ParameterFile(
            String name, Map<String, Object> header, List<LegalDocument> documents, Parameters parameters) {
        this.name = name;
        this.header = header;
        this.documents = documents;
        this.parameters = parameters;
    }

    /**
     * Reads the file of a policy pack, which names its {@code province}, {@code year} and {@code version}.
     *
     * @param anchor the class beside which the file lies
     * @param name name of the file
     * @throws ParameterException when the file is not complete and exact
     */
    public static ParameterFile ofPolicy(Class<?> anchor, String name) {
        return read(anchor, name, "policy", Set.of("province", "year", "version", "title"));
    }

    /**
     * Reads the file of an agreement, which names its {@code id}, {@code version}, {@code host} and {@code partner}.
     *
     * @param anchor the class beside which the file lies
     * @param name name of the file
     * @throws ParameterException when the file is not complete and exact
     */
    public static ParameterFile ofAgreement(Class<?> anchor, String name) {
        return read(anchor, name, "agreement", Set.of("id", "version", "host", "partner", "title"));
    }

    private static ParameterFile read(Class<?> anchor, String name, String section, Set<String> keys) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                throw new ParameterException(name, List.of("the file is missing"));
            }
            ParameterFileParser parser = new ParameterFileParser(name, in);
            return new ParameterFile(name, parser.header(section, keys), parser.documents(), parser.parameters());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the policy version that this file makes. */
    public PolicyKey policyKey() {
        Area province = area("province");
        int year = named("year", () -> ValueTypes.wholeNumber(header.get("year")));
        Version version = version();
        return named("policy", () -> new PolicyKey(province, year, version));
    }

    /** The version of the pack or agreement. */
    public Version version() {
        return named("version", () -> Version.parse(ValueTypes.text(header.get("version"))));
    }

    /** The name of the agreement. */
    public String agreementId() {
        return named("id", () -> ValueTypes.text(header.get("id")));
    }

    /** An area that the header names, such as {@code host}. */
    public Area area(String key) {
        return named(key, () -> new Area(ValueTypes.text(header.get(key))));
    }

    /** The title of the pack or agreement. */
    public LocalizedText title() {
        return named("title", () -> ParameterFileParser.localized(header.get("title")));
    }

    /** The documents it stands on, the main one first. */
    public List<LegalDocument> documents() {
        return documents;
    }

    /** The parameters as they stand in the file. */
    public Parameters parameters() {
        return parameters;
    }

    /**
     * Turns the parameters into typed terms, one set for each stretch of days in which none changes.
     *
     * @param reading reads one stretch; what it reads is exactly what the file must have
     * @throws ParameterException naming every key that is missing, unknown or ill-typed
     */
    public <T> DatedTerms<T> bind(Function<ParameterReader, T> reading) {
        Set<LocalDate> days = new TreeSet<>();
        LocalDate firstDay = LocalDate.MIN;
        for (Parameter parameter : parameters.all()) {
            parameter.values().forEach(value -> days.add(value.from()));
            firstDay = parameter.firstDay().isAfter(firstDay) ? parameter.firstDay() : firstDay;
        }
        LocalDate start = firstDay;
        days.removeIf(day -> day.isBefore(start));
        if (days.isEmpty()) {
            throw new ParameterException(name, List.of("parameters: there are none"));
        }
        Map<LocalDate, DatedTerms.Terms<T>> terms = new HashMap<>();
        for (LocalDate day : days) {
            terms.put(day, new DatedTerms.Terms<>(bindOn(day, reading), parameters.effectiveOn(day)));
        }
        return new DatedTerms<>(terms);
    }

    private <T> T bindOn(LocalDate day, Function<ParameterReader, T> reading) {
        Reading reader = new Reading(day);
        T terms = null;
        IllegalArgumentException refusal = null;
        try {
            terms = reading.apply(reader);
            reader.noteUnread();
        } catch (IllegalArgumentException | NullPointerException e) {
            // A reading that was broken off has not asked for every key, so none can be called unknown.
            refusal = new IllegalArgumentException(e.getMessage(), e);
        }
        if (!reader.problems.isEmpty()) {
            throw new ParameterException(name, reader.problems);
        }
        if (refusal != null) {
            throw new ParameterException(name, List.of("parameters on " + day + ": " + refusal.getMessage()));
        }
        return terms;
    }

    private <T> T named(String key, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(name, List.of(key + ": " + e.getMessage()));
        }
    }

    /** One reading of the file for one day: notes what was read and what was wrong. */
    private final class Reading implements ParameterReader {
        private final LocalDate day;
        private final Set<String> read = new HashSet<>();
        private final List<String> problems = new ArrayList<>();

        Reading(LocalDate day) {
            this.day = day;
        }

        @Override
        public <T> T read(String key, ValueType<T> type) {
            read.add(key);
            Parameter parameter = parameters.find(key).orElse(null);
            if (parameter == null) {
                problems.add(key + ": missing");
                return null;
            }
            if (!parameter.unit().equals(type.unit())) {
                problems.add(key + ": its unit is '" + type.unit() + "', not '" + parameter.unit() + "'");
                return null;
            }
            try {
                return type.reading().read(parameter.at(day).orElseThrow().value());
            } catch (IllegalArgumentException e) {
                problems.add(key + ": " + e.getMessage());
                return null;
            }
        }

        void noteUnread() {
            for (Parameter parameter : parameters.all()) {
                if (!read.contains(parameter.name())) {
                    problems.add(parameter.name() + ": unknown");
                }
            }
        }
    }
}
