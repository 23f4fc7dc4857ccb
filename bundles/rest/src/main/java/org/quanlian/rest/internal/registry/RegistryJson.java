package org.quanlian.rest.internal.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Money;
import org.quanlian.model.Qualification;
import org.quanlian.model.Scale;
import org.quanlian.model.Validity;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.PlatformApproval;
import org.quanlian.vouchers.registry.Prefills;
import org.quanlian.vouchers.registry.Profile.EnterpriseProfile;
import org.quanlian.vouchers.registry.Profile.HostProfile;
import org.quanlian.vouchers.registry.Profile.ProviderProfile;
import org.quanlian.vouchers.registry.Profile.TeamProfile;
import org.quanlian.vouchers.registry.QualificationCheck;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.relations.Party;
import org.quanlian.vouchers.relations.Relation;
import org.quanlian.vouchers.relations.Share;
import org.quanlian.wire.JsonOutput;

/** The JSON of registrations and relations. What is absent was not declared. */
final class RegistryJson {
    private RegistryJson() {}

    static byte[] registration(Registration registration) {
        return JsonOutput.document(json -> write(json, registration));
    }

    static byte[] page(Page<Organisation> page) {
        return PageJson.write(page, (json, organisation) -> {
            json.writeStartObject();
            head(json, organisation);
            json.writeEndObject();
        });
    }

    static byte[] prefill(Prefills.Prefill prefill) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("names");
            for (String name : prefill.names()) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("qualifications");
            for (QualificationCheck check : prefill.qualifications()) {
                json.writeStartObject();
                qualification(json, check.qualification());
                json.writeStringField("standing", check.standing().name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static byte[] relations(List<Relation> relations) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("relations");
            for (Relation tie : relations) {
                json.writeStartObject();
                party(json, "holder", tie.holder());
                party(json, "held", tie.held());
                json.writeStringField("kind", tie.kind().name());
                text(json, "percentage", tie.share().map(Share::percent));
                period(json, "from", "until", tie.validity());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Registration registration) throws IOException {
        json.writeStartObject();
        head(json, registration.organisation());
        JsonOutput.instant(json, "createdAt", registration.createdAt());
        if (registration.verdict().isPresent()) {
            Registration.Verdict verdict = registration.verdict().get();
            json.writeObjectFieldStart("verdict");
            json.writeBooleanField("approved", verdict.approved());
            json.writeStringField("reason", verdict.reason());
            JsonOutput.instant(json, "at", verdict.at());
            json.writeEndObject();
        }
        if (registration.profile().representative().isPresent()) {
            json.writeObjectFieldStart("representative");
            json.writeStringField(
                    "name", registration.profile().representative().get().name());
            json.writeStringField(
                    "maskedNumber",
                    registration.profile().representative().get().maskedNumber());
            json.writeEndObject();
        }
        profile(json, registration);
        json.writeEndObject();
    }

    private static void profile(JsonGenerator json, Registration registration) throws IOException {
        if (registration.profile() instanceof EnterpriseProfile enterprise) {
            Optional<Boolean> independent = RegistryReader.told(enterprise.independentLegalPerson());
            if (independent.isPresent()) {
                json.writeBooleanField("independentLegalPerson", independent.get());
            }
            figures(json, enterprise.figures());
        } else if (registration.profile() instanceof TeamProfile team) {
            json.writeStringField("host", team.host().value());
            json.writeStringField("leader", team.leader());
            figures(json, team.figures());
        } else if (registration.profile() instanceof HostProfile host) {
            approvals(json, host.approvals());
        } else if (registration.profile() instanceof ProviderProfile provider) {
            json.writeStringField("providerKind", provider.type().name());
            text(json, "level", provider.level().map(Enum::name));
            approvals(json, provider.approvals());
            text(json, "sharingNumber", provider.sharingNumber());
            json.writeBooleanField("sharingConfirmed", provider.sharingConfirmed());
        }
    }

    private static void head(JsonGenerator json, Organisation organisation) throws IOException {
        json.writeStringField("id", organisation.id().value());
        json.writeStringField("kind", organisation.kind().name());
        text(json, "uscc", organisation.uscc().map(Object::toString));
        json.writeStringField("name", organisation.name());
        json.writeStringField("area", organisation.area().code());
        text(json, "reviewBody", organisation.reviewBody().map(Object::toString));
        json.writeStringField("state", organisation.state().name());
        json.writeNumberField("version", organisation.version());
    }

    private static void figures(JsonGenerator json, ApplicantFigures figures) throws IOException {
        if (figures.knownScale().isKnown()) {
            Scale scale = figures.scale();
            json.writeObjectFieldStart("scale");
            text(json, "industry", RegistryReader.told(scale.industry()).map(Enum::name));
            if (scale.employees().isKnown()) {
                json.writeNumberField("employees", scale.employees().value());
            }
            text(json, "revenue", RegistryReader.told(scale.revenue()).map(Money::toString));
            text(json, "assets", RegistryReader.told(scale.assets()).map(Money::toString));
            json.writeEndObject();
        }
        json.writeArrayFieldStart("researchSpending");
        for (Map.Entry<Integer, Money> each : figures.researchSpending().entrySet()) {
            json.writeStartObject();
            json.writeNumberField("year", each.getKey());
            JsonOutput.money(json, "amount", each.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("qualifications");
        for (Qualification each : figures.qualifications()) {
            json.writeStartObject();
            qualification(json, each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void qualification(JsonGenerator json, Qualification qualification) throws IOException {
        json.writeStringField("type", qualification.type().name());
        text(json, "number", qualification.number());
        period(json, "validFrom", "validUntil", qualification.validity());
    }

    private static void approvals(JsonGenerator json, List<PlatformApproval> approvals) throws IOException {
        json.writeArrayFieldStart("approvals");
        for (PlatformApproval each : approvals) {
            json.writeStartObject();
            json.writeStringField("platform", each.platform());
            json.writeStringField("document", each.document());
            json.writeStringField("issuer", each.issuer());
            json.writeStringField("level", each.level().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A person shows by name alone: what knows them again is nobody's business. */
    private static void party(JsonGenerator json, String member, Party party) throws IOException {
        json.writeObjectFieldStart(member);
        json.writeStringField("name", party.name());
        text(json, "uscc", party.uscc().map(Object::toString));
        json.writeEndObject();
    }

    private static void period(JsonGenerator json, String first, String last, Validity validity) throws IOException {
        text(json, first, validity.from().map(Object::toString));
        text(json, last, validity.until().map(Object::toString));
    }

    static void text(JsonGenerator json, String member, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(member, text.get());
        }
    }
}
