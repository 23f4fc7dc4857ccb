package org.quanlian.exchange.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;

/**
 * The name of a province's node in the exchange (节点标识), a URN such as {@code urn:quanlian:node:140000}; all nodes of one
 * province have the same.
 *
 * @param province the province
 */
public record NodeName(Area province) {
    private static final Pattern FORM = Pattern.compile("urn:quanlian:node:(\\d{6})");

    /** @throws InvalidValueException {@code node.province} when the area is no province */
    public NodeName {
        if (!province.isProvince()) {
            throw new InvalidValueException("node.province", "a node is named by its province, such as 140000");
        }
    }

    /**
     * Reads a name.
     *
     * @throws InvalidValueException {@code node.format}, or what {@link Area} says
     */
    public static NodeName parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValueException("node.format", "a node is named such as urn:quanlian:node:140000");
        }
        return new NodeName(new Area(matcher.group(1)));
    }

    @Override
    public String toString() {
        return "urn:quanlian:node:" + province;
    }
}
