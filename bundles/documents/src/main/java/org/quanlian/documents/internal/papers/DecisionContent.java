package org.quanlian.documents.internal.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.documents.internal.content.Block;
import org.quanlian.documents.internal.content.Block.Field;
import org.quanlian.documents.internal.content.Cell;
import org.quanlian.documents.internal.content.CellText;
import org.quanlian.documents.internal.content.Column;
import org.quanlian.documents.internal.content.Content;
import org.quanlian.model.Service;
import org.quanlian.policy.api.Decision;
import org.quanlian.vouchers.claims.ClaimTexts;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.papers.DecisionStatement;

/** What stands on the statement of a decision: what it comes to, each finding with its clause, and who did what when. */
final class DecisionContent {
    private final DecisionStatement statement;
    private final KeptDecision decision;

    private DecisionContent(DecisionStatement statement) {
        this.statement = statement;
        this.decision = KeptDecision.read(statement.filing().decision());
    }

    static Content of(DecisionStatement statement) {
        return new DecisionContent(statement).content();
    }

    private Content content() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(Texts.of("decision.summary")));
        blocks.add(summary());
        if (decision.draft()) {
            blocks.add(new Block.Note(Texts.of("decision.draft-note")));
        }
        blocks.add(new Block.Heading(Texts.of("decision.claim")));
        blocks.add(findings(decision.findings()));
        blocks.add(new Block.Heading(Texts.of("decision.services")));
        for (int i = 0; i < decision.services().size(); i++) {
            service(blocks, i);
        }
        blocks.add(new Block.Heading(Texts.of("decision.moves")));
        blocks.add(moves());
        blocks.add(new Block.Note(Texts.of("decision.note")));
        return new Content(
                Texts.of("decision.title"),
                statement.reference(),
                statement.reference(),
                Texts.of("decision.watermark", statement.reference()),
                false,
                statement.moves().isEmpty()
                        ? statement.filing().at()
                        : statement.moves().get(statement.moves().size() - 1).at(),
                blocks);
    }

    private Block summary() {
        VoucherClaim claim = statement.claim();
        Decision.Amounts amounts = statement.filing().amounts();
        List<Field> fields = new ArrayList<>(List.of(
                Field.wide(
                        Texts.of("field.name"),
                        statement.facts().applicant().name().map(Cell::of).orElseGet(Words::unknown)),
                Field.of(Texts.of("field.number"), Cell.of(claim.number())),
                Field.of(
                        Texts.of("field.filed"),
                        Cell.of(Words.minute(statement.filing().at()))),
                Field.of(Texts.of("field.city"), Cell.of(Texts.body(claim.city()))),
                Field.of(
                        Texts.of("field.state"),
                        Cell.of(ClaimTexts.of(claim.state()).zh())),
                Field.wide(Texts.of("field.policy"), Cell.of(decision.document() + "　" + decision.policy())),
                Field.of(Texts.of("field.outcome"), Cell.of(Texts.of(decision.outcome()))),
                Field.of(Texts.of("field.supportable"), Cell.of(amounts.supportableSpend())),
                Field.of(Texts.of("field.decided-grant"), Cell.of(amounts.grant())),
                Field.of(Texts.of("field.cap"), Cell.of(amounts.cap())),
                Field.wide(Texts.of("field.decided-capitals"), Cell.of(ChineseAmount.of(amounts.grant()))),
                Field.of(Texts.of("field.province-share"), Cell.of(amounts.provinceShare())),
                Field.of(Texts.of("field.city-share"), Cell.of(amounts.cityShare()))));
        if (!decision.agreements().isEmpty()) {
            fields.add(Field.wide(Texts.of("field.agreements"), Cell.of(String.join("\n", decision.agreements()))));
        }
        Optional<VoucherClaim.ApprovedGrant> approved = claim.approved();
        approved.ifPresent(grant -> {
            fields.add(Field.of(Texts.of("field.approved"), Cell.of(grant.grant())));
            fields.add(Field.of(Texts.of("field.city-extra"), Cell.of(grant.cityExtra())));
        });
        return new Block.Fields(fields);
    }

    private void service(List<Block> blocks, int position) {
        KeptDecision.OfService service = decision.services().get(position);
        Service facts = statement.facts().services().get(position);
        blocks.add(new Block.Heading(Texts.of(
                "decision.service",
                position + 1,
                facts.category().map(Texts::of).orElse(Texts.of("value.unknown")),
                facts.provider().name().orElse(Texts.of("value.unknown")))));
        blocks.add(new Block.Note(Texts.of(
                "decision.service-result",
                Texts.of(service.outcome()),
                CellText.yuan(service.supportableSpend()),
                CellText.yuan(service.carriedOver()),
                CellText.yuan(service.grant()))));
        blocks.add(findings(service.findings()));
    }

    private static Block findings(List<KeptDecision.Found> findings) {
        if (findings.isEmpty()) {
            return new Block.Note(Texts.of("decision.none"));
        }
        return new Block.Table(
                List.of(
                        Column.centred(Texts.of("column.outcome"), 11),
                        Column.text(Texts.of("column.finding"), 71),
                        Column.centred(Texts.of("column.clause"), 18)),
                findings.stream()
                        .map(found -> List.of(
                                Cell.of(Texts.of(found.outcome())), Cell.of(found.message()), Cell.of(found.clause())))
                        .toList(),
                List.of());
    }

    private Block moves() {
        return new Block.Table(
                List.of(
                        Column.centred(Texts.of("column.time"), 22),
                        Column.text(Texts.of("column.move"), 20),
                        Column.text(Texts.of("column.office"), 18),
                        Column.text(Texts.of("column.reason"), 40)),
                statement.moves().stream().map(DecisionContent::move).toList(),
                List.of());
    }

    private static List<Cell> move(TimelineEntry entry) {
        return List.of(
                Cell.of(Words.minute(entry.at())),
                Cell.of(ClaimTexts.of(entry.move()).zh()),
                Cell.of(entry.role().map(Texts::of).orElse(Texts.of("value.system"))),
                Cell.of(entry.reason()));
    }
}
