package org.quanlian.exchange.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.exchange.testing.TestNode;
import org.quanlian.keys.Profile;

/** What the server for partners does with those who take more than their share. */
class TransportLimitsTest {
    @TempDir
    private Path folder;

    @Test
    void shouldAnswerABodyThatDrips_beforeItIsThere() throws Exception {
        TestNode node = new TestNode("140000", folder, Profile.INTL, Clock.systemUTC());
        List<Pin> pins = List.of(node.pin());
        Messages messages = new Messages((peer, message) -> new Answer(new byte[1], new byte[1]));
        try (ExchangeServer server = new ExchangeServer(
                "127.0.0.1", 0, node::connectionKey, () -> pins, () -> List.of(messages), Duration.ofMillis(300))) {
            server.start();
            try (Socket socket = MutualTls.context(node::connectionKey, () -> pins)
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.setSoTimeout(30_000);
                OutputStream out = socket.getOutputStream();
                out.write(String.join(
                                "\r\n",
                                "POST /exchange/v1/messages HTTP/1.1",
                                "Host: node",
                                "Content-Type: application/json",
                                "Content-Length: 1000000",
                                "",
                                "")
                        .getBytes(StandardCharsets.US_ASCII));
                Thread dripping = drip(out);
                String answer = line(socket.getInputStream());
                dripping.interrupt();

                assertThat(answer).startsWith("HTTP/1.1 408");
            }
        }
    }

    /** A byte now and then, until the other end has enough. */
    private static Thread drip(OutputStream out) {
        Thread thread = new Thread(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                // The other end closed it, or the answer is there: there is nothing more to drip for.
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString();
    }
}
