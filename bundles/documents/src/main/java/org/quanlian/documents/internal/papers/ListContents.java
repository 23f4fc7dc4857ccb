package org.quanlian.documents.internal.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quanlian.documents.internal.content.Block;
import org.quanlian.documents.internal.content.Block.Field;
import org.quanlian.documents.internal.content.Cell;
import org.quanlian.documents.internal.content.Column;
import org.quanlian.documents.internal.content.Content;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.papers.AllocationList;
import org.quanlian.vouchers.papers.NoticeList;
import org.quanlian.vouchers.papers.RecommendationList;
import org.quanlian.vouchers.publication.NoticeEntry;
import org.quanlian.vouchers.treasury.Allocation;

/** What stands on lists of claims: a line a claim, what they come to, and that sum in capitals. */
final class ListContents {
    private ListContents() {}

    static Content of(RecommendationList list) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RecommendationList.Line line : list.lines()) {
            rows.add(List.of(
                    Cell.of(rows.size() + 1L),
                    Cell.of(line.number()),
                    Cell.of(line.applicant()),
                    Cell.of(line.uscc().map(UnifiedSocialCreditCode::toString).orElse("")),
                    Cell.of(line.filedOn()),
                    Cell.of(line.recommendedOn()),
                    Cell.of(line.grant())));
        }
        Money total = sum(list.lines().stream().map(RecommendationList.Line::grant));
        Block table = new Block.Table(
                List.of(
                        Column.centred(Texts.of("column.position"), 5),
                        Column.text(Texts.of("column.number"), 15),
                        Column.text(Texts.of("column.applicant"), 28),
                        Column.text(Texts.of("column.uscc"), 16),
                        Column.centred(Texts.of("column.filed"), 10),
                        Column.centred(Texts.of("column.recommended"), 10),
                        Column.amount(Texts.of("column.whole-grant"), 16)),
                rows,
                List.of(
                        Cell.NOTHING,
                        Cell.NOTHING,
                        Cell.of(Texts.of("column.total")),
                        Cell.NOTHING,
                        Cell.NOTHING,
                        Cell.NOTHING,
                        Cell.of(total)));
        Block signatures = new Block.Signatures(List.of(new Block.Place(
                Texts.of("recommendation.sign"),
                List.of("", Texts.of("application.sign.seal"), Texts.of("application.sign.date")))));
        LocalDate last = list.lines().stream()
                .map(RecommendationList.Line::recommendedOn)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.of(list.year(), 1, 1));
        return new Content(
                Texts.of("recommendation.title", Texts.province(list.city())),
                Texts.of("recommendation.subtitle", list.year(), Texts.body(list.city())),
                list.reference(),
                Texts.of("recommendation.watermark", list.reference()),
                true,
                startOf(last),
                List.of(sums("field.total", list.lines().size(), total), table, signatures));
    }

    static Content of(NoticeList list) {
        List<List<Cell>> rows = new ArrayList<>();
        for (NoticeEntry entry : list.entries()) {
            boolean asPosted =
                    entry.state() == NoticeEntry.State.RUNNING || entry.state() == NoticeEntry.State.CONFIRMED;
            rows.add(List.of(
                    Cell.of(entry.position()),
                    Cell.of(entry.applicant()),
                    Cell.of(Texts.of(entry.city())),
                    Cell.of(entry.amount()),
                    asPosted ? Cell.NOTHING : Cell.of(Texts.of(entry.state()))));
        }
        Block table = new Block.Table(
                List.of(
                        Column.centred(Texts.of("column.position"), 8),
                        Column.text(Texts.of("column.applicant"), 44),
                        Column.text(Texts.of("column.city"), 15),
                        Column.amount(Texts.of("column.granted"), 18),
                        Column.text(Texts.of("column.remark"), 15)),
                rows,
                List.of(
                        Cell.NOTHING,
                        Cell.of(Texts.of("column.total")),
                        Cell.NOTHING,
                        Cell.of(list.notice().total()),
                        Cell.NOTHING));
        return new Content(
                list.notice().title(),
                Texts.of(
                        "notice.subtitle",
                        list.notice().year(),
                        Words.day(list.notice().postedOn()),
                        Words.day(list.notice().lastDay())),
                list.reference(),
                Texts.of("notice.watermark"),
                false,
                list.notice().at(),
                List.of(
                        sums(
                                "field.notice-total",
                                list.entries().size(),
                                list.notice().total()),
                        table,
                        new Block.Note(Texts.of("notice.note"))));
    }

    static Content of(AllocationList list) {
        Allocation allocation = list.allocation();
        List<List<Cell>> rows = new ArrayList<>();
        for (AllocationList.Line line : list.lines()) {
            rows.add(List.of(
                    Cell.of(rows.size() + 1L),
                    Cell.of(line.number()),
                    Cell.of(line.applicant()),
                    Cell.of(line.approved().grant()),
                    Cell.of(line.approved().provinceShare()),
                    Cell.of(line.approved().cityShare()),
                    Cell.of(line.approved().cityExtra())));
        }
        Block table = new Block.Table(
                List.of(
                        Column.centred(Texts.of("column.position"), 5),
                        Column.text(Texts.of("column.number"), 15),
                        Column.text(Texts.of("column.applicant"), 28),
                        Column.amount(Texts.of("column.whole-grant"), 13),
                        Column.amount(Texts.of("column.province-share"), 13),
                        Column.amount(Texts.of("column.city-share"), 13),
                        Column.amount(Texts.of("column.city-extra"), 13)),
                rows,
                List.of(
                        Cell.NOTHING,
                        Cell.NOTHING,
                        Cell.of(Texts.of("column.total")),
                        Cell.of(sum(list.lines().stream()
                                .map(line -> line.approved().grant()))),
                        Cell.of(allocation.total()),
                        Cell.of(sum(list.lines().stream()
                                .map(line -> line.approved().cityShare()))),
                        Cell.of(sum(list.lines().stream()
                                .map(line -> line.approved().cityExtra())))));
        return new Content(
                Texts.of("allocation.title"),
                Texts.of(
                        "allocation.subtitle",
                        allocation.year(),
                        Texts.of(allocation.city()),
                        allocation.document() + "（" + Words.day(allocation.date()) + "）"),
                list.reference(),
                Texts.of("allocation.watermark", list.reference()),
                true,
                allocation.at(),
                List.of(sums("field.total", list.lines().size(), allocation.total()), table));
    }

    private static Block sums(String label, int claims, Money total) {
        return new Block.Fields(List.of(
                Field.of(Texts.of("field.claims"), Cell.of(claims)),
                Field.of(Texts.of(label), Cell.of(total)),
                Field.wide(Texts.of("field.total-capitals"), Cell.of(ChineseAmount.of(total)))));
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ChinaTime.ZONE).toInstant();
    }
}
