package org.quanlian.cli.console;

import java.util.List;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.ServiceDecision;

/** A decision as tables: what it comes to, each service, and every finding with its clause. */
final class DecisionTable {
    private DecisionTable() {}

    static String of(Decision decision) {
        StringBuilder text = new StringBuilder();
        text.append(summary(decision)).append('\n').append(services(decision));
        text.append('\n').append(ConsoleTexts.label("findings.claim")).append('\n');
        text.append(findings(decision.findings()));
        for (ServiceDecision service : decision.services()) {
            text.append('\n')
                    .append(ConsoleTexts.label("findings.service", service.id()))
                    .append('\n');
            text.append(findings(service.findings()));
        }
        return text.toString();
    }

    private static TextTable summary(Decision decision) {
        TextTable table = new TextTable(
                ConsoleTexts.label("policy"),
                decision.policy() + "  " + decision.document() + "  " + ConsoleTexts.word(decision.status()));
        Decision.Amounts amounts = decision.amounts();
        table.row(ConsoleTexts.label("outcome"), ConsoleTexts.word(decision.outcome()));
        table.row(
                ConsoleTexts.label("supportableSpend"),
                amounts.supportableSpend().toString());
        table.row(ConsoleTexts.label("grant"), amounts.grant().toString());
        table.row(ConsoleTexts.label("provinceShare"), amounts.provinceShare().toString());
        table.row(ConsoleTexts.label("cityShare"), amounts.cityShare().toString());
        table.row(ConsoleTexts.label("cap"), amounts.cap().toString());
        table.row(ConsoleTexts.label("capRemaining"), amounts.capRemaining().toString());
        return table;
    }

    private static TextTable services(Decision decision) {
        TextTable table = new TextTable(
                ConsoleTexts.label("column.service"),
                ConsoleTexts.label("outcome"),
                ConsoleTexts.label("supportableSpend"),
                ConsoleTexts.label("carriedOver"),
                ConsoleTexts.label("grant"));
        for (ServiceDecision service : decision.services()) {
            table.row(
                    service.id(),
                    ConsoleTexts.word(service.outcome()),
                    service.supportableSpend().toString(),
                    service.carriedOver().toString(),
                    service.grant().toString());
        }
        return table;
    }

    private static TextTable findings(List<Finding> findings) {
        TextTable table = new TextTable(
                ConsoleTexts.label("column.finding"),
                ConsoleTexts.label("column.clause"),
                ConsoleTexts.label("column.rule"),
                ConsoleTexts.label("column.message"));
        for (Finding finding : findings) {
            table.row(
                    ConsoleTexts.word(finding.outcome()),
                    finding.source().clause(),
                    finding.rule(),
                    finding.message().zh());
            table.row("", "", "", finding.message().en());
        }
        return table;
    }
}
