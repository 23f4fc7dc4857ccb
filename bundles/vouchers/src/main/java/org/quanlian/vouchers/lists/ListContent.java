package org.quanlian.vouchers.lists;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.vouchers.relations.Relation;

/**
 * What stands on a list: entries, or relations on a list of {@link ListKind#RELATIONS}.
 *
 * @param entries who is on it
 * @param relations the ties that it tells
 */
public record ListContent(List<Entry> entries, List<Relation> relations) {
    public ListContent {
        entries = List.copyOf(entries);
        relations = List.copyOf(relations);
    }

    /** How many lines it has. */
    public int size() {
        return entries.size() + relations.size();
    }

    /**
     * An organisation on a list.
     *
     * @param uscc its code
     * @param name its name as the list has it
     * @param number number of the entry, certificate or case, if there is one
     * @param validity the days on which the entry holds
     */
    public record Entry(UnifiedSocialCreditCode uscc, String name, Optional<String> number, Validity validity) {
        /** @throws org.quanlian.model.InvalidValueException {@code text.*} */
        public Entry {
            ShortText.require(name);
            number.ifPresent(ShortText::require);
        }
    }
}
