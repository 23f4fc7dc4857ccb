package org.quanlian.itests.crash.disk;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;

/** Has Java's files ask {@link Faults}, and takes commands on a port of the loopback. */
public final class FaultAgent {
    private FaultAgent() {}

    /**
     * Starts before the node.
     *
     * @param argument the data directory, the jar with {@link Faults} and the file to tell the port in, parted by commas
     */
    public static void premain(String argument, Instrumentation instrumentation) throws IOException {
        String[] parts = argument.split(",", -1);
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(parts[1]));
        Faults.concern(parts[0] + "/");
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .ignore(none())
                .type(named("java.io.RandomAccessFile"))
                .transform((builder, type, loader, module, domain) -> builder.visit(
                                Advice.to(ArrayWrite.class).on(named("write").and(takesArguments(3))))
                        .visit(Advice.to(WholeWrite.class)
                                .on(named("write")
                                        .and(takesArgument(0, byte[].class))
                                        .and(takesArguments(1))))
                        .visit(Advice.to(Sync.class).on(named("getFD"))))
                .type(named("java.io.FileOutputStream"))
                .transform((builder, type, loader, module, domain) -> builder.visit(
                                Advice.to(ArrayWrite.class).on(named("write").and(takesArguments(3))))
                        .visit(Advice.to(WholeWrite.class)
                                .on(named("write")
                                        .and(takesArgument(0, byte[].class))
                                        .and(takesArguments(1))))
                        .visit(Advice.to(Sync.class).on(named("getFD"))))
                .type(named("sun.nio.ch.FileChannelImpl"))
                .transform((builder, type, loader, module, domain) -> builder.visit(
                                Advice.to(BufferWrite.class).on(named("write").and(takesArgument(0, ByteBuffer.class))))
                        .visit(Advice.to(Sync.class).on(named("force"))))
                .installOn(instrumentation);
        listen(Path.of(parts[2]));
    }

    private static void listen(Path portFile) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Path fresh = Files.writeString(
                portFile.resolveSibling(portFile.getFileName() + ".new"), server.getLocalPort() + "\n");
        Files.move(fresh, portFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Thread thread = new Thread(() -> serve(server), "disk-faults");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(ServerSocket server) {
        while (true) {
            try (Socket socket = server.accept();
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                String[] command = in.readLine().split(" ", -1);
                if (!command[0].equals("HITS")) {
                    Faults.set(Faults.Kind.valueOf(command[0]), Long.parseLong(command[1]));
                }
                socket.getOutputStream().write((Faults.hits() + "\n").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A write of part of an array. */
    static final class ArrayWrite {
        private ArrayWrite() {}

        @Advice.OnMethodEnter
        static boolean before(
                @Advice.This Object file,
                @Advice.FieldValue("path") String path,
                @Advice.Argument(value = 2, readOnly = false) int length)
                throws IOException {
            boolean over =
                    file instanceof RandomAccessFile random && random.getFilePointer() + length <= random.length();
            int writable = Faults.writable(path, length, over);
            boolean full = writable < length;
            length = writable;
            return full;
        }

        @Advice.OnMethodExit
        static void after(@Advice.Enter boolean full) throws IOException {
            if (full) {
                throw Faults.full();
            }
        }
    }

    /** A write of a whole array. */
    static final class WholeWrite {
        private WholeWrite() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path, @Advice.Argument(0) byte[] bytes)
                throws IOException {
            if (Faults.writable(path, bytes.length, true) < bytes.length) {
                throw Faults.full();
            }
        }
    }

    /** A write of a buffer. */
    static final class BufferWrite {
        private BufferWrite() {}

        @Advice.OnMethodEnter
        static int before(
                @Advice.This FileChannel channel,
                @Advice.FieldValue("path") String path,
                @Advice.AllArguments Object[] arguments,
                @Advice.Argument(0) ByteBuffer buffer)
                throws IOException {
            int limit = buffer.limit();
            long at = arguments.length == 2 ? (Long) arguments[1] : channel.position();
            int writable = Faults.writable(path, buffer.remaining(), at + buffer.remaining() <= channel.size());
            if (writable < buffer.remaining()) {
                buffer.limit(buffer.position() + writable);
                return limit;
            }
            return -1;
        }

        @Advice.OnMethodExit
        static void after(@Advice.Enter int limit, @Advice.Argument(0) ByteBuffer buffer) throws IOException {
            if (limit >= 0) {
                buffer.limit(limit);
                throw Faults.full();
            }
        }
    }

    /** A sync, or the asking for the descriptor of a file, which nobody in the node does but to sync it. */
    static final class Sync {
        private Sync() {}

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("path") String path) throws IOException {
            Faults.sync(path);
        }
    }
}
