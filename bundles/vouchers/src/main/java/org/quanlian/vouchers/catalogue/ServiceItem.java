package org.quanlian.vouchers.catalogue;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A service that a provider offers (服务事项).
 *
 * @param id its name
 * @param provider who offers it
 * @param offer what is offered
 * @param state whether it is offered
 * @param version counts its changes
 */
public record ServiceItem(Id<ServiceItem> id, Id<Organisation> provider, Offer offer, State state, long version) {
    /** Whether it is offered. */
    public enum State {
        /** It is; the public sees it as long as its provider is approved. */
        OFFERED,
        /** Its provider took it back. */
        WITHDRAWN
    }

    public ServiceItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(offer, "offer");
        Objects.requireNonNull(state, "state");
    }

    /** The item once more changed. */
    public ServiceItem changed(Offer newOffer, State newState) {
        return new ServiceItem(id, provider, newOffer, newState, version + 1);
    }

    /**
     * What is offered.
     *
     * @param category what kind of service it is
     * @param name its name
     * @param description what it is, how it is done and by which standard (服务内容和服务规范), as plain text
     * @param price what it costs a unit; empty when that is agreed case by case (面议)
     * @param unit what the price is for, for example 样品 or 机时; empty only without a price
     * @param area where it is rendered
     */
    public record Offer(
            ServiceCategory category,
            String name,
            String description,
            Optional<Money> price,
            Optional<String> unit,
            Area area) {
        /** The most characters of a description. */
        public static final int MAX_DESCRIPTION = 2_000;

        /**
         * @throws InvalidValueException {@code text.*}, {@code description.length}, {@code description.control},
         *     {@code money.negative} or {@code price.unit}
         */
        public Offer {
            Objects.requireNonNull(category, "category");
            ShortText.require(name);
            if (description.length() > MAX_DESCRIPTION) {
                throw new InvalidValueException("description.length", "a description is too long", MAX_DESCRIPTION);
            }
            if (description.codePoints().anyMatch(Offer::isUnprintable)) {
                throw new InvalidValueException("description.control", "a description has no control characters");
            }
            if (price.isPresent() && price.get().isNegative()) {
                throw new InvalidValueException("money.negative", "a price is not negative");
            }
            unit.ifPresent(ShortText::require);
            if (price.isPresent() && unit.isEmpty()) {
                throw new InvalidValueException("price.unit", "a price says what it is for");
            }
            Objects.requireNonNull(area, "area");
        }

        private static boolean isUnprintable(int c) {
            boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            return unpaired || (Character.isISOControl(c) && c != '\n');
        }
    }
}
