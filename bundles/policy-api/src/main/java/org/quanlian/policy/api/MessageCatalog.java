package org.quanlian.policy.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts of a bundle in Chinese and English, held in memory so that they outlive the bundle they came from.
 *
 * <p>A text mentions its arguments as {@code {0}}, {@code {1}} and so on; nothing else in it is special. An argument
 * that is an enum constant is told by the text {@code <EnumName>.<CONSTANT>} of the same catalogue.
 */
public final class MessageCatalog {
    private final Map<String, Template> chinese;
    private final Map<String, Template> english;

    private MessageCatalog(Map<String, Template> chinese, Map<String, Template> english) {
        this.chinese = chinese;
        this.english = english;
    }

    /**
     * Loads {@code messages.properties} (Chinese) and {@code messages_en.properties}, both UTF-8, from beside a class.
     *
     * @throws IllegalArgumentException when a text stands in one language only
     */
    public static MessageCatalog beside(Class<?> anchor) {
        Map<String, Template> chinese = load(anchor, "messages.properties");
        Map<String, Template> english = load(anchor, "messages_en.properties");
        if (!chinese.keySet().equals(english.keySet())) {
            Set<String> lonely = new TreeSet<>(chinese.keySet());
            lonely.addAll(english.keySet());
            lonely.removeIf(key -> chinese.containsKey(key) && english.containsKey(key));
            throw new IllegalArgumentException("texts that stand in one language only: " + lonely);
        }
        return new MessageCatalog(chinese, english);
    }

    /** Whether there is a text of that name. */
    public boolean contains(String key) {
        return chinese.containsKey(key);
    }

    /** The names of all texts. */
    public Set<String> keys() {
        return chinese.keySet();
    }

    /**
     * A text with its arguments filled in.
     *
     * @throws IllegalArgumentException when there is no text of that name
     */
    public LocalizedText render(String key, List<Object> arguments) {
        Template zh = chinese.get(key);
        Template en = english.get(key);
        if (zh == null || en == null) {
            throw new IllegalArgumentException("no text is named " + key);
        }
        return new LocalizedText(zh.fill(arguments, chinese), en.fill(arguments, english));
    }

    private static Map<String, Template> load(Class<?> anchor, String name) {
        Properties properties = new Properties();
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no " + name + " beside " + anchor.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Template> templates = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> templates.put(key, Template.parse(properties.getProperty(key))));
        return Map.copyOf(templates);
    }

    /** A text cut at its arguments: literal 0, argument 0, literal 1, argument 1, … */
    private record Template(List<String> literals, List<Integer> slots) {
        static Template parse(String text) {
            List<String> literals = new ArrayList<>();
            List<Integer> slots = new ArrayList<>();
            int start = 0;
            for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', start)) {
                int close = text.indexOf('}', open);
                literals.add(text.substring(start, open));
                slots.add(Integer.parseInt(text.substring(open + 1, close)));
                start = close + 1;
            }
            literals.add(text.substring(start));
            return new Template(List.copyOf(literals), List.copyOf(slots));
        }

        String fill(List<Object> arguments, Map<String, Template> texts) {
            if (slots.isEmpty()) {
                return literals.get(0);
            }
            StringBuilder filled = new StringBuilder();
            for (int i = 0; i < slots.size(); i++) {
                filled.append(literals.get(i)).append(tell(arguments.get(slots.get(i)), texts));
            }
            return filled.append(literals.get(slots.size())).toString();
        }

        private static String tell(Object argument, Map<String, Template> texts) {
            if (argument instanceof Enum<?> constant) {
                String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
                Template name = texts.get(key);
                if (name == null) {
                    throw new IllegalArgumentException("no text is named " + key);
                }
                return name.fill(List.of(), texts);
            }
            return argument.toString();
        }
    }
}
