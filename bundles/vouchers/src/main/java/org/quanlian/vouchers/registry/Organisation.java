package org.quanlian.vouchers.registry;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;

/**
 * Who takes part in the voucher year (参与单位): what all kinds have in common.
 *
 * @param id its name
 * @param kind what it takes part as
 * @param uscc its unified social credit code; a team may have none
 * @param name name as registered (名称)
 * @param area area of registration (注册地)
 * @param state how far its registration has come
 * @param version counts its changes
 */
public record Organisation(
        Id<Organisation> id,
        Kind kind,
        Optional<UnifiedSocialCreditCode> uscc,
        String name,
        Area area,
        State state,
        long version) {
    /** What an organisation takes part as. One firm may take part as several, each with a registration of its own. */
    public enum Kind {
        /** A firm that buys services (企业). */
        ENTERPRISE,
        /** A team without a company of its own, for which its host files (团队). */
        TEAM,
        /** A platform company that files for its teams (平台企业). */
        HOST,
        /** An institution that renders services (服务机构). */
        PROVIDER
    }

    /** How far a registration has come. */
    public enum State {
        /** The sharing centre has not decided yet; drafts and orders can be begun. */
        PENDING,
        /** The sharing centre approved it. */
        APPROVED,
        /** The sharing centre refused it; it can be corrected and is then pending again. */
        REFUSED
    }

    public Organisation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        ShortText.require(name);
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(state, "state");
        if (uscc.isEmpty() && kind != Kind.TEAM) {
            throw new IllegalArgumentException("only a team may be without a code");
        }
    }

    /** The body that reviews it first (初审单位), by its area; none outside the province's cities. */
    public Optional<Area> reviewBody() {
        return ReviewBodies.of(area);
    }

    /** The organisation with other common facts, once more changed. */
    public Organisation changed(String newName, Area newArea, State newState) {
        return new Organisation(id, kind, uscc, newName, newArea, newState, version + 1);
    }
}
