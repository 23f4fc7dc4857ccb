package org.quanlian.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.cli.CliRun;
import org.quanlian.cli.ExitCode;

class RemoteConsoleTest {
    @TempDir
    Path data;

    private SshServer node;

    @BeforeEach
    void listen() throws IOException, GeneralSecurityException {
        KeyPair hostKey = newKey();
        node = SshServer.setUpDefaultServer();
        node.setHost("127.0.0.1");
        node.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        node.setPasswordAuthenticator(
                (user, password, session) -> user.equals("operator") && password.equals("correct"));
        node.setCommandFactory((channel, command) -> answer(command));
        node.start();
        Files.createDirectories(data.resolve("run"));
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("run/console-port"), node.getPort() + "\n");
        Files.writeString(data.resolve("console-password"), "correct\n");
        writeKey(hostKey);
    }

    @AfterEach
    void stop() throws IOException {
        node.stop(true);
    }

    @Test
    void printsWhatTheCommandPrintsWithoutColours() throws IOException {
        assertThat(console("works", "a b")).isEqualTo(new CliRun(ExitCode.DONE, "完成 works a\\ b\n", ""));
    }

    @Test
    void failsWhenTheCommandFailsAndShowsTheReason() throws IOException {
        assertThat(console("fails")).isEqualTo(new CliRun(ExitCode.FAILED, "", "完成 fails\n"));
    }

    @Test
    void showsHowFarTheCommandIsBesideWhatItCameTo() throws IOException {
        assertThat(console("slow")).isEqualTo(new CliRun(ExitCode.DONE, "完成 slow\n", "… 1/2\n… 2/2\n"));
    }

    @Test
    void tellsThePasswordToNobodyWhoHasNotTheKeyOfTheNode() throws IOException, GeneralSecurityException {
        writeKey(newKey());

        assertThat(console("works").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThatThrownBy(() -> new RemoteConsole(node.getPort(), "correct", data.resolve("etc/host.key.pub"))
                        .run("works", OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void saysThatItWasNotLetIn() throws IOException {
        Files.writeString(data.resolve("console-password"), "wrong");

        CliRun answer = console("works");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("控制台");
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        node.stop(true);

        assertThat(console("works").err()).contains("控制台");
    }

    private CliRun console(String... command) throws IOException {
        String[] arguments = new String[command.length + 4];
        System.arraycopy(new String[] {"console", "--data", data.toString(), "--"}, 0, arguments, 0, 4);
        System.arraycopy(command, 0, arguments, 4, command.length);
        return CliRun.run(arguments);
    }

    private void writeKey(KeyPair key) throws IOException {
        Files.writeString(
                data.resolve("etc/host.key.pub"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static Command answer(String command) {
        return new AbstractCommandSupport(command, null) {
            @Override
            public void run() {
                try {
                    if (command.startsWith("slow")) {
                        getOutputStream().write("… 1/2\n… 2/2\n".getBytes(StandardCharsets.UTF_8));
                    }
                    getOutputStream()
                            .write(("\u001b[31m完成\u001b[0m " + command + "\n").getBytes(StandardCharsets.UTF_8));
                    getOutputStream().flush();
                    onExit(command.startsWith("fails") ? 1 : 0);
                } catch (IOException e) {
                    onExit(2, e.getMessage());
                }
            }
        };
    }
}
