package org.quanlian.documents.internal.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanlian.documents.internal.content.Block;
import org.quanlian.documents.internal.content.Block.Field;
import org.quanlian.documents.internal.content.Cell;
import org.quanlian.documents.internal.content.Column;
import org.quanlian.documents.internal.content.Content;
import org.quanlian.model.Applicant;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Invoice;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Payment;
import org.quanlian.model.Qualification;
import org.quanlian.model.Scale;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.policy.api.Decision;
import org.quanlian.vouchers.papers.ApplicationForm;

/**
 * What stands on the application form. Source: notice 四（四）, which names the form, its watermark and the eight papers
 * that go with it, but does not show it: so it tells what was filed, and leaves room to sign.
 */
final class ApplicationContent {
    /** The most invoices that the form lists; of more it says how many. */
    static final int MAX_INVOICES = 600;

    private final ApplicationForm form;
    private final Claim facts;
    private final KeptDecision decision;

    private ApplicationContent(ApplicationForm form) {
        this.form = form;
        this.facts = form.facts();
        this.decision = KeptDecision.read(form.filing().decision());
    }

    static Content of(ApplicationForm form) {
        return new ApplicationContent(form).content();
    }

    private Content content() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(head());
        blocks.add(heading("application.applicant"));
        blocks.add(applicant());
        blocks.add(heading("application.services"));
        blocks.add(services());
        blocks.add(heading("application.invoices"));
        invoices(blocks);
        blocks.add(heading("application.amounts"));
        blocks.add(amounts());
        blocks.add(new Block.Note(Texts.of("application.amounts-note", decision.document(), decision.policy())));
        if (decision.draft()) {
            blocks.add(new Block.Note(Texts.of("application.draft-note")));
        }
        blocks.add(heading("application.materials"));
        blocks.add(materials());
        blocks.add(heading("application.signatures"));
        blocks.add(signatures());
        blocks.add(new Block.Note(Texts.of("application.print")));
        String province = Texts.province(form.claim().city());
        return new Content(
                Texts.of("application.title", province),
                Texts.of("application.subtitle", form.claim().year()),
                form.reference(),
                Texts.of("application.watermark", province, form.reference()),
                false,
                form.filing().at(),
                blocks);
    }

    private static Block heading(String key) {
        return new Block.Heading(Texts.of(key));
    }

    private Block head() {
        return new Block.Fields(List.of(
                Field.of(Texts.of("field.number"), Cell.of(form.claim().number())),
                Field.of(
                        Texts.of("field.filed"),
                        Cell.of(Words.minute(form.filing().at()))),
                Field.of(Texts.of("field.city"), Cell.of(Texts.body(form.claim().city()))),
                Field.of(Texts.of("field.policy"), Cell.of(decision.document()))));
    }

    private Block applicant() {
        Applicant applicant = facts.applicant();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.wide(
                Texts.of("field.name"), applicant.name().map(Cell::of).orElseGet(Words::unknown)));
        fields.add(Field.of(Texts.of("field.uscc"), uscc(applicant.party())));
        fields.add(Field.of(
                Texts.of("field.area"), Cell.of(applicant.area().map(Texts::of).orElse(Texts.of("value.unknown")))));
        if (applicant.party() instanceof Party.Team team) {
            fields.add(Field.wide(Texts.of("field.party"), Cell.of(Texts.of("party.team"))));
            fields.add(Field.wide(
                    Texts.of("field.host"),
                    team.host().isKnown()
                            ? Cell.of(team.host().value().name() + "\n"
                                    + team.host().value().uscc())
                            : Words.unknown()));
        } else {
            fields.add(Field.of(Texts.of("field.party"), Cell.of(Texts.of("party.enterprise"))));
            fields.add(Field.of(Texts.of("field.research"), Words.amount(applicant.researchSpending())));
        }
        if (applicant.scale().isKnown()) {
            scale(fields, applicant.scale().value());
        }
        String qualifications = applicant.qualifications().orElse(List.of()).stream()
                .map(ApplicationContent::qualification)
                .collect(Collectors.joining("\n"));
        fields.add(Field.wide(
                Texts.of("field.qualification"), qualifications.isEmpty() ? Words.unknown() : Cell.of(qualifications)));
        return new Block.Fields(fields);
    }

    private static void scale(List<Field> fields, Scale scale) {
        fields.add(Field.of(
                Texts.of("field.industry"),
                scale.industry().isKnown() ? Cell.of(Texts.of(scale.industry().value())) : Words.unknown()));
        fields.add(Field.of(
                Texts.of("field.employees"),
                scale.employees().isKnown() ? Cell.of(scale.employees().value().longValue()) : Words.unknown()));
        fields.add(Field.of(Texts.of("field.revenue"), Words.amount(scale.revenue())));
        fields.add(Field.of(Texts.of("field.assets"), Words.amount(scale.assets())));
    }

    private static Cell uscc(Party party) {
        Optional<UnifiedSocialCreditCode> code = party instanceof Party.Enterprise enterprise
                ? Optional.of(enterprise.uscc())
                : ((Party.Team) party).uscc();
        return Cell.of(code.map(UnifiedSocialCreditCode::toString).orElse(Texts.of("value.none")));
    }

    private static String qualification(Qualification qualification) {
        return Stream.of(
                        Texts.of(qualification.type()),
                        qualification.number().orElse(""),
                        Words.validity(qualification.validity()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("　"));
    }

    private Block services() {
        List<Column> columns = List.of(
                Column.centred(Texts.of("column.position"), 5),
                Column.text(Texts.of("column.category"), 12),
                Column.text(Texts.of("column.provider"), 27),
                Column.amount(Texts.of("column.contract"), 14),
                Column.amount(Texts.of("column.invoiced"), 14),
                Column.amount(Texts.of("column.paid"), 14),
                Column.amount(Texts.of("column.grant"), 14));
        List<List<Cell>> rows = new ArrayList<>();
        Money invoiced = Money.ZERO;
        Money paid = Money.ZERO;
        for (int i = 0; i < facts.services().size(); i++) {
            Service service = facts.services().get(i);
            Money invoicedFor =
                    sum(service.invoices().orElse(List.of()).stream().map(Invoice::amount));
            Money paidFor = sum(service.payments().orElse(List.of()).stream().map(Payment::amount));
            invoiced = invoiced.plus(invoicedFor);
            paid = paid.plus(paidFor);
            rows.add(List.of(
                    Cell.of(i + 1L),
                    Cell.of(service.category().map(Texts::of).orElse(Texts.of("value.unknown"))),
                    Cell.of(provider(service)),
                    Words.amount(service.contract().amount()),
                    Cell.of(invoicedFor),
                    Cell.of(paidFor),
                    Cell.of(decision.services().get(i).grant())));
        }
        return new Block.Table(
                columns,
                rows,
                List.of(
                        Cell.NOTHING,
                        Cell.NOTHING,
                        Cell.of(Texts.of("column.services-total")),
                        Cell.NOTHING,
                        Cell.of(invoiced),
                        Cell.of(paid),
                        Cell.of(form.filing().amounts().grant())));
    }

    private static String provider(Service service) {
        List<String> lines = new ArrayList<>();
        lines.add(service.provider().name().orElse(Texts.of("value.unknown")));
        service.contract().number().ifPresent(number -> lines.add(Texts.of("value.contract", number)));
        service.contract().signedOn().ifPresent(day -> lines.add(Texts.of("value.signed", Words.day(day))));
        return String.join("\n", lines);
    }

    private void invoices(List<Block> blocks) {
        List<Column> columns = List.of(
                Column.centred(Texts.of("column.service"), 10),
                Column.text(Texts.of("column.invoice"), 45),
                Column.centred(Texts.of("column.issued"), 22),
                Column.amount(Texts.of("column.amount"), 23));
        List<List<Cell>> rows = new ArrayList<>();
        int all = 0;
        for (int i = 0; i < facts.services().size(); i++) {
            for (Invoice invoice : facts.services().get(i).invoices().orElse(List.of())) {
                if (all < MAX_INVOICES) {
                    rows.add(List.of(
                            Cell.of(i + 1L),
                            Cell.of(invoice.number().toString()),
                            Cell.of(invoice.issuedOn()),
                            Cell.of(invoice.amount())));
                }
                all++;
            }
        }
        blocks.add(new Block.Table(columns, rows, List.of()));
        if (all > MAX_INVOICES) {
            blocks.add(new Block.Note(Texts.of("application.invoices-more", MAX_INVOICES, all - MAX_INVOICES)));
        }
    }

    private Block amounts() {
        Decision.Amounts amounts = form.filing().amounts();
        return new Block.Fields(List.of(
                Field.of(Texts.of("field.supportable"), Cell.of(amounts.supportableSpend())),
                Field.of(Texts.of("field.before"), Words.amount(facts.grantedThisYear())),
                Field.of(Texts.of("field.grant"), Cell.of(amounts.grant())),
                Field.of(Texts.of("field.cap"), Cell.of(amounts.cap())),
                Field.wide(Texts.of("field.capitals"), Cell.of(ChineseAmount.of(amounts.grant()))),
                Field.of(Texts.of("field.province-share"), Cell.of(amounts.provinceShare())),
                Field.of(Texts.of("field.city-share"), Cell.of(amounts.cityShare()))));
    }

    private Block materials() {
        List<List<Cell>> rows = new ArrayList<>();
        int services = facts.services().size();
        for (ServiceMaterial material : ServiceMaterial.values()) {
            long there = facts.services().stream()
                    .filter(service -> service.materials().contains(material))
                    .count();
            rows.add(List.of(
                    Cell.of(Texts.of("material." + material)),
                    Cell.of(there == 0 ? Texts.of("value.absent") : Texts.of("value.there-of", there, services))));
        }
        for (ClaimMaterial material : ClaimMaterial.values()) {
            boolean there = facts.materials().contains(material);
            rows.add(List.of(
                    Cell.of(Texts.of("material." + material)),
                    Cell.of(Texts.of(there ? "value.there" : "value.absent"))));
        }
        return new Block.Table(
                List.of(Column.text(Texts.of("column.material"), 60), Column.centred(Texts.of("column.state"), 40)),
                rows,
                List.of());
    }

    private Block signatures() {
        boolean team = facts.applicant().party() instanceof Party.Team;
        return new Block.Signatures(List.of(
                new Block.Place(
                        Texts.of(team ? "application.sign-host" : "application.sign-applicant"),
                        List.of(
                                Texts.of("application.sign.person"),
                                Texts.of("application.sign.seal"),
                                Texts.of("application.sign.date"))),
                new Block.Place(
                        Texts.of("application.sign-city"),
                        List.of("", Texts.of("application.sign.seal"), Texts.of("application.sign.date")))));
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }
}
