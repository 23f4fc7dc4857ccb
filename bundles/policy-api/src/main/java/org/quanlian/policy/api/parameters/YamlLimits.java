package org.quanlian.policy.api.parameters;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Bounds the shape of a file before it is built: what is deeper than any parameter file, or holds itself by an alias, would
 * end the thread that builds it and not only the file.
 */
final class YamlLimits {
    private static final int MAX_DEPTH = 20;

    private YamlLimits() {}

    /**
     * Looks at a file.
     *
     * @throws ParameterException when it is too long or too deep, or has an alias
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is no YAML
     */
    static void require(String name, LoadSettings settings, byte[] yaml, int maxBytes) {
        if (yaml.length > maxBytes) {
            throw new ParameterException(name, List.of("file: longer than " + maxBytes + " bytes"));
        }
        int depth = 0;
        for (Event event : new Parse(settings).parseInputStream(new ByteArrayInputStream(yaml))) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > MAX_DEPTH) {
                throw new ParameterException(
                        name, List.of("file: nested deeper than " + MAX_DEPTH + ", at line " + line(event)));
            }
            if (event instanceof AliasEvent) {
                throw new ParameterException(
                        name, List.of("file: an alias (*) at line " + line(event) + ": write the value itself"));
            }
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
