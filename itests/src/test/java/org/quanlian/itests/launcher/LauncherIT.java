package org.quanlian.itests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher does without a running node. */
class LauncherIT {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int NOT_RUNNING = 3;
    private static final int REFUSED = 4;

    @TempDir
    Path folder;

    private Launcher launcher;

    @BeforeEach
    void install() {
        launcher = Launcher.in(folder.resolve("券 联")).withDistribution();
    }

    @Nested
    class Explains {
        @ParameterizedTest
        @ValueSource(strings = {"help", "--help", "-h", "up --help"})
        void itself(String arguments) {
            Launcher.Outcome help = launcher.run(arguments.split(" "));

            assertThat(help.exitCode()).isEqualTo(DONE);
            assertThat(help.out())
                    .contains(
                            "up", "down", "status", "assess", "policy list", "policy install", "policy remove", "test")
                    .contains("节点", "node");
        }

        @Test
        void itselfOnStandardErrorWhenNothingIsAsked() {
            Launcher.Outcome nothing = launcher.run();

            assertThat(nothing.exitCode()).isEqualTo(BAD_INPUT);
            assertThat(nothing.out()).isEmpty();
            assertThat(nothing.err()).contains("quanlian up");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "frobnicate",
                    "up now",
                    "up --frobnicate",
                    "up --port",
                    "up --port=http",
                    "up --port 65536",
                    "status --port 8080",
                    "down --data",
                    "policy",
                    "policy list all",
                    "policy install",
                    "policy install /nothing.jar",
                    "policy frobnicate 140000/2025",
                    "assess"
                })
        void whatMakesNoSense(String arguments) {
            Launcher.Outcome refused = launcher.run(arguments.split(" "));

            assertThat(refused.exitCode()).isEqualTo(BAD_INPUT);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).matches("(?s).*[\u4e00-\u9fff].*\n.*[a-z].*\n");
        }
    }

    @Nested
    class Refuses {
        @Test
        void aMachineWithoutJava() {
            assertRefused(bare(Tools.bare(folder.resolve("bin"))).run("up"), "JDK 17");
        }

        @Test
        void aJavaHomeThatIsNone() {
            assertRefused(launcher.with("JAVA_HOME", "/nowhere").run("up"), "/nowhere");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1.8.0_402", "11.0.2", "16"})
        void aJavaThatIsTooOld(String version) {
            Launcher old = bare(Tools.bare(folder.resolve("bin")).withJava(version));

            assertRefused(old.run("up"), version);
            assertRefused(old.run("assess", "-"), version);
            assertRefused(old.run("test"), version);
        }

        @Test
        void aJavaOnWhichTheNodeDoesNotRunYet() {
            assertRefused(
                    bare(Tools.bare(folder.resolve("bin")).withJava("25.0.1")).run("up"), "25");
        }

        @Test
        void toBuildWithoutACompilerOrWithoutMaven() {
            Tools tools = Tools.bare(folder.resolve("bin")).withJava();
            Launcher building = bare(tools).without("QUANLIAN_BUILD");

            assertRefused(building.run("test"), "javac");
            tools.with("javac", "exit 1");
            assertRefused(building.run("test"), "Maven");
        }

        @Test
        void aPortThatIsTaken() throws IOException {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = Integer.toString(taken.getLocalPort());

                assertRefused(launcher.run("up", "--port", port), port);
                assertRefused(launcher.with("QUANLIAN_PORT", port).run("up"), port);
            }
            assertThat(launcher.run("status").exitCode()).isEqualTo(NOT_RUNNING);
        }

        @Test
        void aDataDirectoryThatCannotBeOne() throws IOException {
            Path file = Files.writeString(folder.resolve("file"), "");

            assertRefused(launcher.run("up", "--data", file.toString()), file.toString());
        }

        @Test
        void aDataDirectoryAtWhichAnotherLauncherIsAtWork() throws IOException {
            Files.createDirectories(launcher.data().resolve("run"));
            String own = Long.toString(ProcessHandle.current().pid());
            Files.createSymbolicLink(launcher.data().resolve("run/lock"), Path.of(own));

            assertRefused(launcher.run("up"), own);
        }

        private Launcher bare(Tools tools) {
            return launcher.without("JAVA_HOME").with("PATH", tools.toString());
        }

        private static void assertRefused(Launcher.Outcome outcome, String reason) {
            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(REFUSED);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains(reason).doesNotContain("Exception");
        }
    }

    @Nested
    class WithoutANode {
        @Test
        void saysThatNoneRuns() {
            assertThat(launcher.run("status").exitCode()).isEqualTo(NOT_RUNNING);
            assertThat(launcher.run("policy", "list").exitCode()).isEqualTo(NOT_RUNNING);
        }

        @Test
        void hasNothingToStop() {
            assertThat(launcher.run("down").exitCode()).isEqualTo(DONE);
        }

        @Test
        void takesNoOtherProcessForANode() throws IOException {
            Files.createDirectories(launcher.data().resolve("run"));
            Files.writeString(
                    launcher.data().resolve("run/pid"),
                    Long.toString(ProcessHandle.current().pid()));

            assertThat(launcher.run("status").exitCode()).isEqualTo(NOT_RUNNING);
            assertThat(launcher.run("down").exitCode()).isEqualTo(DONE);
        }
    }

    @Nested
    class Assesses {
        @Test
        void aFileAndPrintsTheDecisionAndNothingElse() throws IOException {
            Launcher.Outcome assessed =
                    launcher.run("assess", claim("申请 1.json").toString());

            assertThat(assessed.exitCode()).as(assessed.err()).isEqualTo(DONE);
            assertThat(assessed.out())
                    .startsWith("{\"policy\":{\"province\":\"140000\",\"year\":2025,")
                    .contains("晋科函〔2025〕11号", "\"grant\":\"60000.00\"")
                    .endsWith("}\n");
            assertThat(assessed.err()).isEmpty();
        }

        @Test
        void standardInput() throws IOException {
            Launcher.Outcome assessed = launcher.run(claim("claim.json").toFile(), "assess", "-");

            assertThat(assessed.exitCode()).isEqualTo(DONE);
            assertThat(assessed.out()).contains("\"outcome\":\"ELIGIBLE\"");
        }

        @Test
        void badInputByTheProblemOnStandardError() throws IOException {
            Path bad = Files.writeString(folder.resolve("bad.json"), "{\"asOf\": 7}");

            for (String file :
                    new String[] {bad.toString(), folder.resolve("没有.json").toString()}) {
                Launcher.Outcome assessed = launcher.run("assess", file);
                assertThat(assessed.exitCode()).isEqualTo(BAD_INPUT);
                assertThat(assessed.out()).isEmpty();
                assertThat(assessed.err()).startsWith("{\"type\":\"urn:quanlian:problem:invalid-request\"");
            }
        }

        @Test
        void byALinkFromAnywhere() throws IOException {
            Path link = Files.createSymbolicLink(
                    folder.resolve("a link"), launcher.home().resolve("quanlian"));

            assertThat(launcher.calledBy(link)
                            .run("assess", claim("claim.json").toString())
                            .exitCode())
                    .isEqualTo(DONE);
        }

        @Test
        void inLessThanTwoSeconds() throws IOException {
            String claim = claim("claim.json").toString();

            // Other work on the machine is not what is measured, so one quick run of five is enough.
            assertThat(Stream.generate(() -> launcher.run("assess", claim).duration())
                            .limit(5)
                            .anyMatch(duration -> duration.compareTo(Duration.ofSeconds(2)) < 0))
                    .isTrue();
        }
    }

    private Path claim(String name) throws IOException {
        try (InputStream in = LauncherIT.class.getResourceAsStream("/claims/plain.json")) {
            return Files.writeString(folder.resolve(name), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** With a Maven that only notes that it was called. */
    @Nested
    class Builds {
        private Launcher building;
        private Tools tools;

        @BeforeEach
        void takeAwayWhatIsBuilt() throws IOException {
            building = Launcher.in(folder.resolve("sources"));
            for (String part : new String[] {".mvn", "runtime", "features", "bundles/model/src/main", "assembly"}) {
                Files.createDirectories(building.home().resolve(part));
            }
            for (String file : new String[] {"pom.xml", "bnd.bnd", "bundles/model/src/main/Money.java"}) {
                Files.writeString(building.home().resolve(file), "");
            }
            tools = Tools.bare(folder.resolve("bin"))
                    .withJava()
                    .with("javac", "exit 1")
                    .with("mvn", maven());
            building = building.without("JAVA_HOME").with("PATH", tools.toString());
        }

        @Test
        void beforeItAssessesAndShowsThatItDoes() throws IOException {
            tools.with("mvn", "echo '[INFO] Building Quanlian :: Model [1/9]'\nsleep 2\n" + maven());

            Launcher.Outcome assessed = assess();

            assertThat(assessed.exitCode()).as(assessed.err()).isEqualTo(DONE);
            assertThat(assessed.out()).startsWith("{").endsWith("}\n");
            assertThat(assessed.err()).contains("target/quanlian-build.log", "Quanlian :: Model [1/9]");
            assertThat(Files.readString(calls())).contains("--projects assembly --also-make -DskipTests package");
        }

        @Test
        void onceUntilASourceChanges() throws IOException {
            assess();
            assess();
            assertThat(Files.readAllLines(calls())).hasSize(1);

            Files.writeString(building.home().resolve("bundles/model/README.md"), "no source");
            assess();
            assertThat(Files.readAllLines(calls())).hasSize(1);

            Files.writeString(building.home().resolve("bundles/model/src/main/Money.java"), "changed");
            assess();
            assertThat(Files.readAllLines(calls())).hasSize(2);

            Files.delete(building.home().resolve("bundles/model/src/main/Money.java"));
            assess();
            assertThat(Files.readAllLines(calls())).hasSize(3);
        }

        @Test
        void andShowsTheEndOfTheLogWhenThatFails() throws IOException {
            tools.with("mvn", "echo '[ERROR] Money.java: not a statement'\nexit 1");

            Launcher.Outcome assessed = assess();

            assertThat(assessed.exitCode()).isEqualTo(FAILED);
            assertThat(assessed.out()).isEmpty();
            assertThat(assessed.err()).contains("not a statement", "quanlian-build.log");
        }

        @Test
        void andTestsWithTheWholeBuild() throws IOException {
            assertThat(building.run("test").exitCode()).isEqualTo(DONE);
            assertThat(building.run("test", "--long", "-pl", "a b").exitCode()).isEqualTo(DONE);
            assertThat(Files.readAllLines(calls()))
                    .satisfiesExactly(
                            plain -> assertThat(plain).endsWith("pom.xml verify"),
                            lengthy -> assertThat(lengthy).endsWith("verify -Dquanlian.long=true -pl a b"));

            tools.with("mvn", "exit 7");
            assertThat(building.run("test").exitCode()).isEqualTo(7);
        }

        @Test
        void notAgainAfterTheWholeBuildWasTested() throws IOException {
            building.run("test");
            assess();

            assertThat(Files.readAllLines(calls())).hasSize(1);
        }

        private Launcher.Outcome assess() throws IOException {
            return building.run("assess", claim("claim.json").toString());
        }

        private String maven() throws IOException {
            Path target = building.home().resolve("assembly/target");
            Path built = launcher.home().resolve("assembly").toRealPath().resolve("target/assembly");
            return """
                    echo "$*" >>'%s'
                    mkdir -p '%s'
                    ln -sfn '%s' '%s/assembly'
                    """
                    .formatted(calls(), target, built, target);
        }

        private Path calls() {
            return folder.resolve("calls");
        }
    }
}
