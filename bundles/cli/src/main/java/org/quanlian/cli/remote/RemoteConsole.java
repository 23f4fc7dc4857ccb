package org.quanlian.cli.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/**
 * The console of a node on this machine, over its secure shell and without a terminal.
 *
 * <p>The node must show the host key that lies in its own data directory, so that the password is told to nobody else.
 */
final class RemoteConsole {
    private static final String HOST = "127.0.0.1";
    private static final String USER = "operator";
    /** Ample, because a node makes its host key when the first client comes. */
    private static final Duration CONNECT_BOUND = Duration.ofMinutes(1);

    /** A command that tells how far it is may take longer. */
    private static final Duration SILENCE_BOUND = Duration.ofMinutes(2);

    private final int port;
    private final String password;
    private final Path hostKey;

    /**
     * @param port port of the console
     * @param password password of its user
     * @param hostKey file with the public key of the node
     */
    RemoteConsole(int port, String password, Path hostKey) {
        this.port = port;
        this.password = password;
        this.hostKey = hostKey;
    }

    /**
     * What a command came to.
     *
     * @param succeeded whether it did what it should
     * @param text what it printed
     */
    record Answer(boolean succeeded, String text) {}

    /**
     * Runs one command.
     *
     * @param watcher where it is shown how far the command is
     * @throws IOException when the console can't be reached, or the command neither ends nor prints anything for long
     */
    Answer run(String command, OutputStream watcher) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier((session, address, key) -> isOurs(address, key));
            // Nothing of the person who calls is used: neither the keys nor the configuration in the home directory.
            client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            client.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
            client.start();
            try (ClientSession session =
                    client.connect(USER, HOST, port).verify(CONNECT_BOUND).getSession()) {
                session.addPasswordIdentity(password);
                session.auth().verify(CONNECT_BOUND);
                return run(session, command, watcher);
            }
        }
    }

    private static Answer run(ClientSession session, String command, OutputStream watcher) throws IOException {
        Printed printed = new Printed(watcher);
        try (ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(printed);
            channel.setErr(printed);
            channel.open().verify(CONNECT_BOUND);
            long before;
            do {
                before = printed.bytes();
                if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), SILENCE_BOUND)
                        .contains(ClientChannelEvent.CLOSED)) {
                    Integer status = channel.getExitStatus();
                    return new Answer(status != null && status == 0, printed.text());
                }
            } while (printed.bytes() > before);
            throw new IOException("no answer within " + SILENCE_BOUND.toSeconds() + " s");
        }
    }

    private boolean isOurs(SocketAddress address, PublicKey shown) {
        try {
            String pem = Files.readString(hostKey).replaceAll("-----[A-Z ]+-----", "");
            return Arrays.equals(Base64.getMimeDecoder().decode(pem), shown.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("cannot compare the key of " + address + " with " + hostKey, e);
        }
    }
}
