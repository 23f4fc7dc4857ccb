package org.quanlian.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of a verb: options with one value each, and the words beside them. */
public final class Arguments {
    private final Map<String, String> options;
    private final List<String> words;

    private Arguments(Map<String, String> options, List<String> words) {
        this.options = Map.copyOf(options);
        this.words = List.copyOf(words);
    }

    /**
     * Reads {@code --name value}, {@code --name=value} and words; behind {@code --} everything is a word.
     *
     * @param known the options that the verb knows
     * @throws UsageException when an option is unknown, stands there twice or has no value
     */
    public static Arguments parse(List<String> arguments, Set<String> known) {
        Map<String, String> options = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                words.addAll(arguments.subList(i + 1, arguments.size()));
                break;
            }
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageException(CliTexts.of("usage.unknown", name));
            }
            if (equals < 0 && ++i == arguments.size()) {
                throw new UsageException(CliTexts.of("usage.value", name));
            }
            String value = equals < 0 ? arguments.get(i) : argument.substring(equals + 1);
            if (options.put(name, value) != null) {
                throw new UsageException(CliTexts.of("usage.twice", name));
            }
        }
        return new Arguments(options, words);
    }

    /** The words beside the options. */
    public List<String> words() {
        return words;
    }

    /** The value of an option, if it is given. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /**
     * The value of an option that must be given.
     *
     * @throws UsageException when it is not
     */
    public String required(String name) {
        return option(name).orElseThrow(() -> new UsageException(CliTexts.of("usage.missing", name)));
    }

    /**
     * The value of an option as a whole number.
     *
     * @throws UsageException when it is absent or outside the range
     */
    public int number(String name, int least, int most) {
        String value = required(name);
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UsageException(CliTexts.of("usage.number", name, value, least, most));
    }
}
