package org.quanlian.exchange.institutions;

import java.util.Set;
import java.util.function.Function;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.message.StrictObject;
import org.quanlian.exchange.replica.PartnerReplicas.ItemListener;
import org.quanlian.exchange.replica.ReplicaItems;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ForeignProvider;
import org.quanlian.vouchers.exchange.ReplicaItem;

/**
 * Keeps the providers that a partner tells, so that claims can be assessed by them. A partner tells of its own province
 * alone.
 */
public final class InstitutionListener implements ItemListener {
    private static final String CODE = "institution.member";
    private static final int MAX_CODE = 50;

    private final Function<NodeName, CodeMapping> mappings;

    /** @param mappings what the codes of each partner mean */
    public InstitutionListener(Function<NodeName, CodeMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void kept(Session session, NodeName owner, ReplicaItem item) {
        StrictObject content = StrictObject.of(
                ReplicaItems.content(item),
                CODE,
                item.kind().equals(InstitutionSource.PROVIDER)
                        ? Set.of("name", "area", "kind", "onSharingPlatform")
                        : Set.of("provider", "category", "name", "description", "area"),
                item.kind().equals(InstitutionSource.PROVIDER) ? Set.of("level") : Set.of("price", "unit"));
        switch (item.kind()) {
            case InstitutionSource.PROVIDER -> session.exchange()
                    .foreignProviders()
                    .put(provider(owner, item, content));
            case InstitutionSource.SERVICE -> check(content);
            default -> content.require("kind", false);
        }
    }

    @Override
    public void gone(Session session, NodeName owner, ReplicaItem.Name name) {
        if (name.kind().equals(InstitutionSource.PROVIDER)) {
            session.exchange().foreignProviders().remove(owner.province(), new UnifiedSocialCreditCode(name.key()));
        }
    }

    private ForeignProvider provider(NodeName owner, ReplicaItem item, StrictObject content) {
        CodeMapping mapping = mappings.apply(owner);
        Area area = content.text("area", Area::new);
        content.require("area", area.isIn(owner.province()));
        content.require("key", isCode(item.key()));
        return new ForeignProvider(
                owner.province(),
                new UnifiedSocialCreditCode(item.key()),
                content.text("name", InstitutionListener::name),
                area,
                mapping.kind(content.text("kind", InstitutionListener::code)),
                content.optionalText("level", InstitutionListener::code).flatMap(mapping::level),
                content.bool("onSharingPlatform"),
                item.at());
    }

    private static void check(StrictObject content) {
        content.text("provider", UnifiedSocialCreditCode::new);
        content.text("category", InstitutionListener::code);
        content.text("name", InstitutionListener::name);
        content.text("description");
        content.text("area", Area::new);
        content.optionalText("price", Money::parse);
        content.optionalText("unit", InstitutionListener::name);
    }

    private static boolean isCode(String key) {
        try {
            return new UnifiedSocialCreditCode(key).value().equals(key);
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static String name(String text) {
        ShortText.require(text);
        return text;
    }

    private static String code(String text) {
        if (text.isEmpty() || text.length() > MAX_CODE) {
            throw new InvalidValueException("code.length", "a code has 1 to 50 characters");
        }
        return text;
    }
}
