package org.quanlian.policy.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The same pack made anew from another parameter file: what a policy author's slip, or another reading, makes of it. */
public final class AlteredPack {
    private final Class<? extends PolicyPack> type;
    private final String file;

    /**
     * A pack that can be altered.
     *
     * @param type the pack; its constructor without arguments reads the file
     * @param file name of the parameter file beside it
     */
    public AlteredPack(Class<? extends PolicyPack> type, String file) {
        this.type = type;
        this.file = file;
    }

    /** The pack without one of its parameters; throws what the pack throws. */
    public PolicyPack without(String parameter) {
        return with(parameters -> parameters.remove(parameter));
    }

    /** The pack with a parameter more, of the same form as the others; throws what the pack throws. */
    public PolicyPack withUnknown(String parameter) {
        return with(parameters ->
                parameters.put(parameter, parameters.values().iterator().next()));
    }

    /** The pack with another value for every day of a parameter; throws what the pack throws. */
    public PolicyPack withValue(String parameter, Object value) {
        return with(parameters -> values(parameters, parameter).forEach(dated -> dated.put("value", value)));
    }

    /** The pack with another value of a parameter from a day on; throws what the pack throws. */
    public PolicyPack withValueFrom(String parameter, String day, Object value) {
        return with(parameters -> {
            List<Map<String, Object>> values = values(parameters, parameter);
            Map<String, Object> later = new LinkedHashMap<>(values.get(values.size() - 1));
            later.put("from", day);
            later.put("value", value);
            values.add(later);
        });
    }

    /** The pack with one of the entries of its parameters' values changed; throws what the pack throws. */
    public PolicyPack withEntry(String parameter, String entry, Object text) {
        return with(parameters -> values(parameters, parameter).forEach(dated -> dated.put(entry, text)));
    }

    @SuppressWarnings("unchecked") // The file of a pack that can be made has this form.
    private static List<Map<String, Object>> values(Map<String, Object> parameters, String parameter) {
        Map<String, Object> entries = (Map<String, Object>) parameters.get(parameter);
        return (List<Map<String, Object>>) entries.get("values");
    }

    @SuppressWarnings("unchecked") // The file of a pack that can be made has this form.
    private PolicyPack with(Consumer<Map<String, Object>> change) {
        Map<String, Object> root = (Map<String, Object>) original();
        change.accept((Map<String, Object>) root.get("parameters"));
        return made(new Dump(DumpSettings.builder().setDereferenceAliases(true).build()).dumpToString(root));
    }

    private Object original() {
        try (InputStream in = type.getResourceAsStream(file)) {
            return new Load(LoadSettings.builder().build()).loadFromInputStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PolicyPack made(String text) {
        try {
            return (PolicyPack)
                    OwnFiles.beside(type, Map.of(file, text)).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a pack has a public constructor without arguments", e);
        }
    }
}
