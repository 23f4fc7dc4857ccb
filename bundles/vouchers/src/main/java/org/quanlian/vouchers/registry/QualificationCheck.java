package org.quanlian.vouchers.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.Lists;

/**
 * A qualification with what the imported lists say of it.
 *
 * @param qualification the qualification; when it is on a list, as the list has it
 * @param standing what the lists say
 */
public record QualificationCheck(Qualification qualification, Standing standing) {
    /** What the lists say of a qualification. */
    public enum Standing {
        /** It is on a list in force that day. */
        LISTED,
        /** It is declared, and no list of its type is in force that day. */
        DECLARED,
        /** It is declared, but is not on the lists of its type that are in force that day. */
        CONTRADICTED
    }

    /** The qualifications of an applicant on a day, those on lists in place of those declared of the same type. */
    static List<QualificationCheck> of(
            Lists lists, Optional<UnifiedSocialCreditCode> uscc, List<Qualification> declared, LocalDate day) {
        List<QualificationCheck> checks = new ArrayList<>();
        for (QualificationType type : QualificationType.values()) {
            List<Qualification> ofType =
                    declared.stream().filter(each -> each.type() == type).toList();
            List<Qualification> listed =
                    uscc.map(code -> listed(lists, type, code, day)).orElse(List.of());
            if (!listed.isEmpty()) {
                listed.forEach(each -> checks.add(new QualificationCheck(each, Standing.LISTED)));
            } else if (!ofType.isEmpty()) {
                boolean known = !lists.inForce(ListKind.of(type), day).isEmpty();
                ofType.forEach(each ->
                        checks.add(new QualificationCheck(each, known ? Standing.CONTRADICTED : Standing.DECLARED)));
            }
        }
        return List.copyOf(checks);
    }

    private static List<Qualification> listed(
            Lists lists, QualificationType type, UnifiedSocialCreditCode uscc, LocalDate day) {
        return lists.entries(ListKind.of(type), uscc, day).stream()
                .map(entry -> new Qualification(type, entry.number(), entry.validity()))
                .distinct()
                .limit(MAX_LISTED)
                .toList();
    }

    /** The most entries of one type that are taken from lists. */
    private static final int MAX_LISTED = 3;
}
