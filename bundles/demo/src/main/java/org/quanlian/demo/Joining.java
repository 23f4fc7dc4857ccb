package org.quanlian.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.accounts.AccountOpening;
import org.quanlian.vouchers.accounts.PasswordHash;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.lists.ListContent;
import org.quanlian.vouchers.lists.ListImport;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.ListReading;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.RegistryOffice;

/** Organisations register, and the sharing centre approves them and imports the lists of the year. */
final class Joining {
    private static final int BATCH = 25;
    private static final LocalDate FIRST_LIST = LocalDate.of(2025, 2, 20);
    private static final LocalDate LAST_LIST = LocalDate.of(2025, 8, 31);
    private static final int LIST_EACH_DAYS = 14;
    private static final UnifiedSocialCreditCode DISCREDITED = Fictions.code("91", new Area("140100"), "MADEX0000");

    private final Stage stage;
    private final RegistryOffice office;
    private final Cast cast;
    private final Papers papers;
    private final PasswordHash password;

    Joining(Stage stage, Cast cast, Papers papers, PasswordHash password) {
        this.stage = stage;
        this.office = stage.year().registry();
        this.cast = cast;
        this.papers = papers;
        this.password = password;
    }

    List<Actor> providers(List<Script.Participant> providers) {
        return stage.each("providers", providers, BATCH, (session, provider) -> {
            Registration registration = register(session, provider);
            Actor actor = actor(session, provider);
            provider.offers().forEach(offer -> office.offers().add(session, actor, offer));
            approve(session, provider, registration, true);
            return actor;
        });
    }

    List<Joined> enterprises(List<Script.Participant> enterprises) {
        List<Joined> joined = new ArrayList<>(stage.each("enterprises", enterprises, BATCH, (session, enterprise) -> {
            Registration registration = register(session, enterprise);
            approve(session, enterprise, registration, false);
            return new Joined(actor(session, enterprise), Map.of());
        }));
        papers.receive(stage, joined.get(0).actor());
        return stage.each("papers", joined, BATCH, (session, one) -> {
            Map<ClaimMaterial, List<Id<?>>> uploaded = new EnumMap<>(ClaimMaterial.class);
            for (ClaimMaterial material : ClaimMaterial.values()) {
                uploaded.put(material, List.of(papers.upload(session, one.actor(), DocumentPurpose.of(material))));
            }
            return new Joined(one.actor(), uploaded);
        });
    }

    /** The lists of the discredited, without which nobody knows who is not. */
    void creditLists() {
        List<LocalDate> days = FIRST_LIST
                .datesUntil(LAST_LIST, java.time.Period.ofDays(LIST_EACH_DAYS))
                .toList();
        stage.each("lists", days, days.size(), (session, day) -> {
            stage.clock().set(day.atTime(10, 0).atZone(ChinaTime.ZONE).toInstant());
            return creditList(session, day);
        });
    }

    /** The list of today, so that drafts can be assessed beforehand. */
    void creditListOf(Instant now) {
        stage.at(now, session -> creditList(session, ChinaTime.dateOf(now)));
    }

    private ListImport creditList(Session session, LocalDate day) {
        ListContent.Entry entry = new ListContent.Entry(DISCREDITED, "示例失信有限公司", Optional.empty(), Validity.ALWAYS);
        String digest = "%064x".formatted(day.toEpochDay());
        ListReading reading = new ListReading(new ListContent(List.of(entry), List.of()), List.of(), 0);
        return office.lists().add(session, cast.centre(), ListKind.CREDIT, "", day, digest, reading);
    }

    private Registration register(Session session, Script.Participant participant) {
        stage.clock().set(participant.registeredAt());
        return office.registrations()
                .register(
                        session,
                        participant.application(),
                        new AccountOpening.Opening(
                                participant.login(), participant.person(), Optional.empty(), password));
    }

    private void approve(
            Session session, Script.Participant participant, Registration registration, boolean onSharingPlatform) {
        stage.clock().set(participant.approvedAt());
        long version = registration.organisation().version();
        office.decisions().approve(session, cast.centre(), registration.id(), version, onSharingPlatform);
    }

    private static Actor actor(Session session, Script.Participant participant) {
        return session.accounts().findByLogin(participant.login()).orElseThrow().actor();
    }
}
