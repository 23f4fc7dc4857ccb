package org.quanlian.exchange.credit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.ItemSource;
import org.quanlian.exchange.replica.ReplicaItems;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.integrity.Violation;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Tells the violations on the record of integrity that count (notice 五（七）): who, what, and how long it is suspended. What
 * happened, the people and the claim are not told; a record that is withdrawn is gone, and so is nothing said of a team
 * that has no code.
 */
public final class CreditSource implements ItemSource {
    /** Kind of the items; their key is the record's name here. */
    public static final String VIOLATION = "violation";

    @Override
    public DataClass dataClass() {
        return DataClass.CREDIT;
    }

    @Override
    public ChangeNotes.Kind notes() {
        return ChangeNotes.Kind.VIOLATION;
    }

    @Override
    public boolean perPartner() {
        return false;
    }

    @Override
    public List<ReplicaItem> items(Session session, Id<?> subject, Optional<NodeName> partner, Instant at) {
        Optional<Violation> found = session.integrity().lock(new Id<>(subject.value()));
        if (found.isEmpty() || found.get().withdrawn().isPresent()) {
            return List.of();
        }
        return session
                .registry()
                .find(found.get().organisation())
                .flatMap(Organisation::uscc)
                .map(uscc ->
                        ReplicaItems.of(VIOLATION, subject.value(), content(found.get(), uscc), subject.value(), at))
                .stream()
                .toList();
    }

    private static ObjectNode content(Violation violation, UnifiedSocialCreditCode uscc) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("uscc", uscc.value())
                .put("name", violation.organisationName())
                .put("conduct", violation.conduct().name())
                .put("severity", violation.severity().name())
                .put("clause", violation.clause())
                .put("foundOn", violation.foundOn().toString());
        violation.suspension().ifPresent(days -> content.putObject("suspension")
                .put("from", days.from().toString())
                .put("until", days.until().toString()));
        return content;
    }
}
