package org.quanlian.cli.console;

import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;

/** The policies of a node as a table, and the refused packs with their reasons below it. */
final class PolicyTable {
    /** Enough of a digest to tell two versions apart at a glance. */
    private static final int DIGEST_PREFIX = "sha-256:".length() + 12;

    private PolicyTable() {}

    static String of(PolicyRegistry registry) {
        StringBuilder text = new StringBuilder();
        if (registry.versions().isEmpty()) {
            text.append(ConsoleTexts.lines("policies.none")).append('\n');
        } else {
            text.append(versions(registry));
        }
        if (!registry.refused().isEmpty()) {
            text.append('\n').append(ConsoleTexts.lines("policies.refused")).append('\n');
            for (RefusedPack refused : registry.refused()) {
                text.append("  ").append(refused.origin()).append('\n');
                text.append("    ").append(refused.reason()).append('\n');
            }
        }
        return text.toString();
    }

    private static TextTable versions(PolicyRegistry registry) {
        TextTable table = new TextTable(
                ConsoleTexts.label("column.province"),
                ConsoleTexts.label("column.year"),
                ConsoleTexts.label("column.version"),
                ConsoleTexts.label("column.status"),
                ConsoleTexts.label("column.current"),
                ConsoleTexts.label("column.document"),
                ConsoleTexts.label("column.title"),
                ConsoleTexts.label("column.digest"));
        for (PolicyVersion version : registry.versions()) {
            PolicyDescriptor descriptor = version.descriptor();
            table.row(
                    descriptor.key().province().code(),
                    Integer.toString(descriptor.key().year()),
                    descriptor.key().version().toString(),
                    ConsoleTexts.word(descriptor.status()),
                    version.current() ? ConsoleTexts.label("yes") : "-",
                    descriptor.document(),
                    descriptor.title().zh(),
                    version.digest()
                            .substring(
                                    0, Math.min(DIGEST_PREFIX, version.digest().length())));
        }
        return table;
    }
}
