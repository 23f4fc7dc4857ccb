package org.quanlian.exchange.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Endpoint;
import org.quanlian.exchange.partner.Offer;
import org.quanlian.exchange.partner.PartnerDescriptor;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.policy.api.LocalizedText;

/**
 * What an operator sets of the exchange.
 *
 * @param node who this node is
 * @param offer what it says of itself
 * @param host the address that it listens on
 * @param port its port
 * @param periods how long certificates are good, and overlap
 */
public record ExchangeSettings(NodeName node, Offer offer, String host, int port, NodeCredentials.Periods periods) {
    private static final int MOST_PORT = 65_535;
    private static final int LEAST_DAYS = 90;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_OVERLAP = 60;

    public ExchangeSettings {
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(periods, "periods");
    }

    /**
     * The settings of a configuration; empty when it names no province, and nothing is exchanged.
     *
     * @throws IllegalArgumentException naming the setting that is wrong, and what it may be
     */
    public static Optional<ExchangeSettings> of(Map<String, Object> configuration) {
        Optional<String> province = text(configuration, "province");
        return province.map(code -> new ExchangeSettings(
                node(code),
                new Offer(
                        new LocalizedText(name(configuration, "nameZh"), name(configuration, "nameEn")),
                        endpoint(configuration),
                        classes(configuration, "tells"),
                        classes(configuration, "takes")),
                text(configuration, "host").orElse("0.0.0.0"),
                number(configuration, "port", 8443, 1, MOST_PORT),
                new NodeCredentials.Periods(
                        Duration.ofDays(number(configuration, "certificateDays", 730, LEAST_DAYS, MOST_DAYS)),
                        Duration.ofDays(number(configuration, "overlapDays", 14, 0, MOST_OVERLAP)))));
    }

    private static NodeName node(String code) {
        try {
            return new NodeName(new Area(code));
        } catch (InvalidValueException e) {
            throw wrong("province", code, "the code of a province by GB/T 2260, such as 140000", e);
        }
    }

    private static String name(Map<String, Object> configuration, String key) {
        String name = text(configuration, key).orElse("");
        if (name.isEmpty() || name.length() > PartnerDescriptor.MAX_NAME) {
            throw wrong(key, name, "1 to " + PartnerDescriptor.MAX_NAME + " characters", null);
        }
        return name;
    }

    private static Endpoint endpoint(Map<String, Object> configuration) {
        String address = text(configuration, "endpoint").orElse("");
        try {
            return Endpoint.parse(address);
        } catch (InvalidValueException e) {
            throw wrong(
                    "endpoint",
                    address,
                    "where partners reach this node, such as https://node.example:8443/exchange",
                    e);
        }
    }

    private static Set<DataClass> classes(Map<String, Object> configuration, String key) {
        Optional<String> listed = text(configuration, key);
        if (listed.isEmpty()) {
            return EnumSet.allOf(DataClass.class);
        }
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (String code : listed.get().split(",", -1)) {
            classes.add(DataClass.of(code.strip())
                    .orElseThrow(() -> wrong(
                            key,
                            code.strip(),
                            "of "
                                    + Arrays.stream(DataClass.values())
                                            .map(DataClass::code)
                                            .toList(),
                            null)));
        }
        return classes;
    }

    private static int number(Map<String, Object> configuration, String key, int usual, int least, int most) {
        Optional<String> value = text(configuration, key);
        if (value.isEmpty()) {
            return usual;
        }
        String rule = "a number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, value.get(), rule, e);
        }
        throw wrong(key, value.get(), rule, null);
    }

    private static Optional<String> text(Map<String, Object> configuration, String key) {
        return Optional.ofNullable(configuration.get(key))
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty());
    }

    private static IllegalArgumentException wrong(String key, String value, String rule, Exception cause) {
        return new IllegalArgumentException(
                key + " in org.quanlian.exchange.cfg is \"" + value + "\", and must be " + rule, cause);
    }
}
