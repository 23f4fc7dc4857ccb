package org.quanlian.store.internal.registry;

import org.quanlian.model.Area;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.registry.Organisation;

/** Organisations as rows. */
final class OrganisationRows {
    static final String COLUMNS = "o.id, o.kind, o.uscc, o.name, o.area, o.state, o.version";

    private OrganisationRows() {}

    static Organisation organisation(Row row) {
        return new Organisation(
                new Id<>(row.string("id")),
                row.constant("kind", Organisation.Kind.class),
                row.optionalString("uscc").map(UnifiedSocialCreditCode::new),
                row.string("name"),
                new Area(row.string("area")),
                row.constant("state", Organisation.State.class),
                row.number("version"));
    }
}
