package org.quanlian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.model.Area;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.DecisionWriter;

class AssessVerbTest {
    private static final String UNKNOWN_POLICY = "140000/2024";

    @TempDir
    Path folder;

    @Nested
    class Decides {
        @Test
        void aFileAndPrintsTheDecisionAndNothingElse() throws IOException {
            Path file = Files.writeString(folder.resolve("申请.json"), CliRun.claim());

            CliRun assessed = CliRun.run("assess", file.toString());

            assertThat(assessed.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(assessed.out()).isEqualTo(decision() + "\n");
            assertThat(assessed.err()).isEmpty();
        }

        @Test
        void standardInput() throws IOException {
            CliRun assessed = assess(CliRun.claim());

            assertThat(assessed.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(assessed.out()).isEqualTo(decision() + "\n").contains("晋科函〔2025〕11号");
        }

        @Test
        void byThePolicyThatIsNamed() throws IOException {
            assertThat(assess(CliRun.claim(), "--policy", "140000/2025/1.0.0").exitCode())
                    .isEqualTo(ExitCode.DONE);
            assertThat(assess(CliRun.claim(), "--policy=140000/2025").exitCode())
                    .isEqualTo(ExitCode.DONE);
        }

        @Test
        void alsoAgainstTheApplicant() throws IOException {
            CliRun assessed = assess(CliRun.claim()
                    .replace(
                            "\"discredited\": false, \"suspendedUntil\"", "\"discredited\": true, \"suspendedUntil\""));

            assertThat(assessed.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(assessed.out()).contains("\"outcome\":\"INELIGIBLE\"");
        }
    }

    @Nested
    class RefusesWithTheProblemOnStandardError {
        @Test
        void everyInvalidField() throws IOException {
            CliRun assessed = assess(CliRun.claim().replace("\"120000.00\"", "120000"));

            assertRefused(assessed);
            assertThat(assessed.err())
                    .contains("\"/services/0/contract/amount\"")
                    .contains("\"/services/0/invoices/0/amount\"")
                    .contains("\"/services/0/payments/0/amount\"")
                    .contains("有 3 处")
                    .contains("3 place(s)");
        }

        @Test
        void whatIsNotJson() throws IOException {
            assertRefused(assess("您好"));
        }

        @Test
        void whatIsNotUtf8() throws IOException {
            assertRefused(CliRun.reading(CliRun.claim().getBytes(Charset.forName("GBK")), "assess", "-"));
        }

        @Test
        void moreThanARequestMayHave() throws IOException {
            assertRefused(CliRun.reading(new byte[ClaimReader.MAX_BYTES + 1], "assess", "-"));
        }

        @Test
        void aFileThatIsNotThere() throws IOException {
            CliRun assessed = CliRun.run("assess", folder.resolve("没有.json").toString());

            assertRefused(assessed);
            assertThat(assessed.err()).contains("没有.json");
        }

        @Test
        void aFolder() throws IOException {
            assertRefused(CliRun.run("assess", folder.toString()));
        }

        @Test
        void aPolicyThatIsNotThereAndNamesThoseThatAre() throws IOException {
            CliRun assessed = assess(CliRun.claim(), "--policy", UNKNOWN_POLICY);

            assertRefused(assessed);
            assertThat(assessed.err())
                    .contains("urn:quanlian:problem:policy-not-found")
                    .contains("140000/2025/1.0.0");
        }

        @Test
        void aDayBeforeThePolicy() throws IOException {
            CliRun assessed = assess(CliRun.claim().replace("2025-07-01T", "2019-07-01T"));

            assertRefused(assessed);
            assertThat(assessed.err()).contains("\"/asOf\"", "as-of.too-early");
        }

        private void assertRefused(CliRun assessed) {
            assertThat(assessed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(assessed.out()).isEmpty();
            assertThat(assessed.err())
                    .startsWith("{\"type\":\"urn:quanlian:problem:")
                    .endsWith("}\n");
        }
    }

    @Nested
    class WithADataDirectory {
        @Test
        void decidesByAPackThatTheOperatorInstalled() throws IOException {
            install("shanxi-2025-1.1.0.jar", "version: 1.0.0", "version: 1.1.0");

            assertThat(assess(CliRun.claim(), "--data", folder.toString()).out())
                    .contains("\"version\":\"1.1.0\"");
            assertThat(assess(CliRun.claim(), "--data", folder.toString(), "--policy", "140000/2025/1.0.0")
                            .out())
                    .contains("\"version\":\"1.0.0\"");
            assertThat(assess(CliRun.claim()).out()).contains("\"version\":\"1.0.0\"");
        }

        @Test
        void asksWhichPolicyWhenTwoYearsAreThere() throws IOException {
            install("shanxi-2026.jar", "year: 2025", "year: 2026");

            CliRun assessed = assess(CliRun.claim(), "--data", folder.toString());

            assertThat(assessed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(assessed.err()).contains("140000/2025, 140000/2026").contains("--policy");
        }

        @Test
        void saysWhyABrokenPackDoesNotCountAndDecidesWithoutIt() throws IOException {
            install("broken.jar", "applicant.province:", "applicant.provinze:");
            Files.writeString(folder.resolve("deploy/nonsense.jar"), "not a jar");

            CliRun assessed = assess(CliRun.claim(), "--data", folder.toString());

            assertThat(assessed.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(assessed.out()).contains("\"version\":\"1.0.0\"");
            assertThat(assessed.err())
                    .contains("broken.jar")
                    .contains("applicant.provinze")
                    .contains("nonsense.jar");
        }

        @Test
        void doesNotMindThatItIsNotThere() throws IOException {
            assertThat(assess(CliRun.claim(), "--data", folder.resolve("new").toString())
                            .exitCode())
                    .isEqualTo(ExitCode.DONE);
        }

        private void install(String name, String text, String replacement) throws IOException {
            ShippedPack.writeTo(folder.resolve("deploy").resolve(name), text, replacement);
        }
    }

    private static CliRun assess(String claim, String... options) throws IOException {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "assess";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = "-";
        return CliRun.reading(claim.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private static String decision() throws IOException {
        AvailablePacks packs = AvailablePacks.find(Optional.empty());
        Decision decision = new StandaloneEngine(packs.policies(), packs.agreements())
                .assess(
                        new Area("140000"),
                        2025,
                        new ClaimReader().read(CliRun.claim().getBytes(StandardCharsets.UTF_8)));
        return new String(new DecisionWriter().write(decision), StandardCharsets.UTF_8);
    }
}
