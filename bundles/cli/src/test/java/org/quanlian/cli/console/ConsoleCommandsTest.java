package org.quanlian.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.cli.CliRun;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.engine.PackInstaller;
import org.quanlian.policy.engine.PackRefusedException;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;
import org.quanlian.policy.engine.StandaloneEngine;

class ConsoleCommandsTest {
    private static final String SHANXI = "140000/2025/1.0.0";

    @TempDir
    Path folder;

    private final StandaloneEngine engine =
            new StandaloneEngine(ServiceLoader.load(PolicyPack.class), ServiceLoader.load(Agreement.class));
    private final List<String> installed = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Nested
    class Policies {
        @Test
        void areListedWithWhatTheyStandOn() {
            assertThat(list(engine))
                    .containsPattern(
                            "140000 +2025 +1\\.0\\.0 +有效 in force +是 yes +晋科函〔2025〕11号 .* sha-256:[0-9a-f]{12}\n");
        }

        @Test
        void areListedWithTheRefusedPacksBelow() {
            assertThat(list(new Registry(List.of(), List.of(new RefusedPack("shanxi [7]", "claim.cap: missing")))))
                    .contains("没有政策", "There is no policy", "shanxi [7]", "claim.cap: missing");
        }

        @Test
        void areCompletedByProgrammeYearAndByVersion() {
            PolicyCompleter completer = new PolicyCompleter();
            completer.registry = engine;
            List<String> candidates = new ArrayList<>();

            completer.complete(session(), typed("140000/20"), candidates);

            assertThat(candidates).extracting(String::strip).containsExactly("140000/2025", SHANXI);
        }

        private String list(PolicyRegistry registry) {
            PoliciesCommand command = new PoliciesCommand();
            command.registry = registry;
            command.session = session();
            command.execute();
            return text();
        }
    }

    @Nested
    class Assess {
        @Test
        void showsServicesAndFindingsWithTheirClauses() throws Exception {
            assess(claim(), null, false);

            assertThat(text())
                    .contains(SHANXI, "可以兑现 eligible", "60000.00")
                    .containsPattern("s1 +支持 supported +120000\\.00")
                    .containsPattern("符合 passed +一（二） +applicant\\.credit");
        }

        @Test
        void printsTheDecisionOfTheContractOnDemand() throws Exception {
            assess(claim(), "140000/2025", true);

            assertThat(text())
                    .startsWith("{\"policy\":{\"province\":\"140000\"")
                    .contains("\"ELIGIBLE\"");
        }

        @Test
        void namesEveryInvalidField() throws IOException {
            Path claim = Files.writeString(
                    folder.resolve("claim.json"), CliRun.claim().replace("120000.00", "1.234"));

            assertThatThrownBy(() -> assess(claim, null, false))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("/services/0/invoices/0/amount")
                    .hasMessageContaining("money.format");
        }

        @Test
        void refusesAFileThatIsNotThereAPolicyThatIsNotThereAndADayBeforeIt() throws IOException {
            Path early = Files.writeString(
                    folder.resolve("early.json"), CliRun.claim().replace("2025-07-01T", "2019-07-01T"));

            assertThatThrownBy(() -> assess(folder.resolve("none.json"), null, false))
                    .hasMessageContaining("none.json");
            assertThatThrownBy(() -> assess(claim(), "140000/2024", false)).hasMessageContaining("140000/2024");
            assertThatThrownBy(() -> assess(claim(), "shanxi", false)).hasMessageContaining("shanxi");
            assertThatThrownBy(() -> assess(early, null, false)).hasMessageContaining("2019-07-01");
        }

        private void assess(Path file, String policy, boolean json) throws Exception {
            AssessCommand command = new AssessCommand();
            command.registry = engine;
            command.assessments = engine;
            command.session = session();
            command.file = file.getFileName().toString();
            command.policy = policy;
            command.json = json;
            command.execute();
        }

        private Path claim() throws IOException {
            return Files.writeString(folder.resolve("claim.json"), CliRun.claim());
        }
    }

    @Nested
    class Install {
        @Test
        void saysWhatIsThereNow() throws Exception {
            Path jar = Files.writeString(folder.resolve("good.jar"), "");

            install("good.jar");

            assertThat(installed).containsExactly(jar.toString());
            assertThat(text()).contains("已安装政策 " + SHANXI, "Installed policy " + SHANXI, "sha-256:");
        }

        @Test
        void failsWithTheReasonWhenThePackIsRefused() throws IOException {
            Files.writeString(folder.resolve("broken.jar"), "");

            assertThatThrownBy(() -> install("broken.jar"))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("claim.cap: missing");
        }

        @Test
        void failsWhenThereIsNoSuchFile() {
            assertThatThrownBy(() -> install("none.jar")).hasMessageContaining("none.jar");
            assertThat(installed).isEmpty();
        }

        private void install(String file) throws CommandException {
            PolicyInstallCommand command = new PolicyInstallCommand();
            command.installer = new Installer();
            command.session = session();
            command.file = file;
            command.execute();
        }
    }

    @Nested
    class Remove {
        @Test
        void takesAwayEveryVersionOfAYearOrExactlyOne() throws Exception {
            installed.add(SHANXI);

            remove("140000/2025");

            assertThat(installed).isEmpty();
            assertThat(text()).contains("已移除政策 " + SHANXI);
        }

        @Test
        void failsWhenThereIsNoSuchPolicy() {
            assertThatThrownBy(() -> remove("140000/2025/9.9.9")).hasMessageContaining("140000/2025/9.9.9");
            assertThatThrownBy(() -> remove("everything")).hasMessageContaining("everything");
        }

        @Test
        void failsWithTheReasonWhenItCannotBeTakenAway() {
            assertThatThrownBy(() -> remove(SHANXI)).hasMessageContaining("still busy");
        }

        private void remove(String policy) throws CommandException {
            PolicyRemoveCommand command = new PolicyRemoveCommand();
            command.installer = new Installer();
            command.registry = engine;
            command.session = session();
            command.policy = policy;
            command.execute();
        }
    }

    /** Takes every jar but a broken one, and lets go of what it has. */
    private final class Installer implements PackInstaller {
        @Override
        public PolicyVersion install(Path jar) {
            if (jar.endsWith("broken.jar")) {
                throw new PackRefusedException(new LocalizedText("claim.cap：缺失", "claim.cap: missing"));
            }
            installed.add(jar.toString());
            return engine.versions().get(0);
        }

        @Override
        public void remove(PolicyKey key) {
            if (!installed.remove(key.toString())) {
                throw new PackRefusedException(new LocalizedText("仍在使用", "still busy"));
            }
        }
    }

    private record Registry(List<PolicyVersion> versions, List<RefusedPack> refused) implements PolicyRegistry {
        @Override
        public boolean await(PolicyKey key, boolean present, Duration bound) {
            return false;
        }

        @Override
        public List<AgreementDescriptor> agreements() {
            return List.of();
        }
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Session session() {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return stub(Session.class, (method) -> switch (method) {
            case "getConsole" -> console;
            case "currentDir" -> folder;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static CommandLine typed(String text) {
        return stub(CommandLine.class, (method) -> switch (method) {
            case "getCursorArgument", "getBuffer" -> text;
            case "getArgumentPosition", "getBufferPosition" -> text.length();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T stub(Class<T> type, Function<String, Object> answers) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(method.getName()));
        return type.cast(proxy);
    }
}
