package org.quanlian.itests.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;

/** Somebody on the machine of a node who guesses at the password of its console. */
final class ConsoleGuesser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String USER = "operator";

    private final int port;
    private final SshClient client = SshClient.setUpDefaultClient();

    /** @param port of the console */
    ConsoleGuesser(int port) {
        this.port = port;
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        client.start();
    }

    /** Guesses on one connection, so often or until it is closed. */
    void guess(int often) throws IOException {
        try (ClientSession session =
                client.connect(USER, "127.0.0.1", port).verify(PATIENCE).getSession()) {
            for (int i = 0; i < often; i++) {
                session.addPasswordIdentity("guess-" + i);
            }
            session.auth().await(PATIENCE);
            if (session.isAuthenticated()) {
                throw new AssertionError("a wrong password was let in");
            }
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
