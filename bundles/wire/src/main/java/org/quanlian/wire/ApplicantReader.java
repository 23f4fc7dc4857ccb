package org.quanlian.wire;

import static org.quanlian.wire.Conversions.AREA;
import static org.quanlian.wire.Conversions.DATE;
import static org.quanlian.wire.Conversions.MONEY;
import static org.quanlian.wire.Conversions.USCC;
import static org.quanlian.wire.Conversions.YES_NO;
import static org.quanlian.wire.Conversions.oneOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;

/** Reads the applicant of a claim. */
final class ApplicantReader {
    private enum Kind {
        ENTERPRISE,
        TEAM
    }

    private ApplicantReader() {}

    static Optional<Applicant> applicant(JsonObject json) {
        Optional<Party> party = party(json);
        Optional<String> name = json.optional("name", Conversions.shortText());
        Fact<Area> area = json.fact("area", AREA);
        Fact<Money> researchSpending = json.fact("researchSpending", MONEY);
        Fact<Boolean> discredited = json.fact("discredited", YES_NO);
        Fact<Optional<LocalDate>> suspendedUntil = json.factOrNone("suspendedUntil", DATE);
        Fact<Scale> scale =
                json.object("scale", ApplicantReader::scale).map(Fact::of).orElse(Fact.missing());
        Fact<List<Qualification>> qualifications = json.objects(
                        "qualifications", Applicant.MAX_QUALIFICATIONS, ApplicantReader::qualification)
                .map(Fact::of)
                .orElse(Fact.missing());
        return party.map(who ->
                new Applicant(who, name, area, researchSpending, discredited, suspendedUntil, scale, qualifications));
    }

    private static Optional<Party> party(JsonObject json) {
        Optional<Kind> kind = json.required("kind", oneOf(Kind.class));
        Fact<Boolean> independent = json.fact("independentLegalPerson", YES_NO);
        boolean enterprise = kind.isPresent() && kind.get() == Kind.ENTERPRISE;
        Optional<UnifiedSocialCreditCode> uscc = enterprise ? json.required("uscc", USCC) : json.optional("uscc", USCC);
        Optional<Party.Host> host = json.object("host", ApplicantReader::host);
        if (enterprise && json.has("host")) {
            json.errors().add(json.pointerTo("host"), "host.superfluous");
        }
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return enterprise
                ? uscc.map(code -> new Party.Enterprise(code, independent))
                : Optional.of(new Party.Team(uscc, host.map(Fact::of).orElse(Fact.missing())));
    }

    private static Optional<Party.Host> host(JsonObject json) {
        Optional<UnifiedSocialCreditCode> uscc = json.required("uscc", USCC);
        Optional<String> name = json.required("name", Conversions.shortText());
        return uscc.isPresent() && name.isPresent()
                ? Optional.of(new Party.Host(uscc.get(), name.get()))
                : Optional.empty();
    }

    private static Optional<Scale> scale(JsonObject json) {
        return Optional.of(new Scale(
                json.fact("industry", oneOf(Industry.class)),
                json.fact("employees", Conversions.employees()),
                json.fact("revenue", MONEY),
                json.fact("assets", MONEY)));
    }

    private static Optional<Qualification> qualification(JsonObject json) {
        Optional<QualificationType> type = json.required("type", oneOf(QualificationType.class));
        Optional<String> number = json.optional("number", Conversions.shortText());
        Optional<LocalDate> from = json.optional("validFrom", DATE);
        Optional<LocalDate> until = json.optional("validUntil", DATE);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            json.errors().add(json.pointerTo("validUntil"), "period.order");
            return Optional.empty();
        }
        return type.map(what -> new Qualification(what, number, new Validity(from, until)));
    }
}
