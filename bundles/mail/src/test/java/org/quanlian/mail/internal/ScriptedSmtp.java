package org.quanlian.mail.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server on the loopback interface that keeps what it is given, and refuses recipients as it is told. */
final class ScriptedSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private volatile boolean silentAfterData;

    /** A mail as it came in: the envelope's addresses, and the text without the dots. */
    record Mail(String from, List<String> recipients, String text) {}

    private ScriptedSmtp(ServerSocket socket) {
        this.socket = socket;
        threads.execute(this::accept);
    }

    /** A server on a free port. */
    static ScriptedSmtp start() {
        return start(0);
    }

    /** A server on a port. */
    static ScriptedSmtp start(int port) {
        try {
            return new ScriptedSmtp(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new IllegalStateException("port " + port, e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What it was given. */
    List<Mail> mails() {
        return mails;
    }

    /** What it was told, without the mails. */
    List<String> commands() {
        return commands;
    }

    /** Answers to a command that names an address, from now on. */
    void refuse(String address, String answer) {
        refusals.put(address, answer);
    }

    /** Takes mails from now on and goes away before it says so. */
    void goAwayAfterData(boolean away) {
        silentAfterData = away;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> talk(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 test");
            String from = "";
            List<String> recipients = new CopyOnWriteArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String command = line.toUpperCase(Locale.ROOT);
                String refusal = refusals.get(address(line));
                if (refusal != null) {
                    say(out, refusal);
                } else if (command.startsWith("MAIL")) {
                    from = address(line);
                    recipients = new CopyOnWriteArrayList<>();
                    say(out, "250 ok");
                } else if (command.startsWith("RCPT")) {
                    recipients.add(address(line));
                    say(out, "250 ok");
                } else if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    mails.add(new Mail(from, List.copyOf(recipients), text(in)));
                    if (silentAfterData) {
                        return;
                    }
                    say(out, "250 taken");
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // The client went: it is a test of that.
            commands.add("the client went");
        }
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    private static String address(String line) {
        int open = line.indexOf('<');
        return open < 0 ? "" : line.substring(open + 1, line.indexOf('>'));
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
