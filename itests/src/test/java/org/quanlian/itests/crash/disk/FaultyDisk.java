package org.quanlian.itests.crash.disk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;

/** The disk under the data directory of a node that is started with {@link #options}. */
public final class FaultyDisk {
    private final Path port;
    private final String options;

    private FaultyDisk(Path port, String options) {
        this.port = port;
        this.options = options;
    }

    /**
     * Makes the agent.
     *
     * @param folder for its files; a path without blanks
     * @param data the data directory of the node
     */
    public static FaultyDisk under(Path folder, Path data) {
        try {
            Files.createDirectories(folder);
            Path faults = jar(folder.resolve("faults.jar"), new Manifest(), Faults.class, Faults.Kind.class);
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.putValue("Premain-Class", FaultAgent.class.getName());
            attributes.putValue("Can-Retransform-Classes", "true");
            attributes.put(
                    Attributes.Name.CLASS_PATH,
                    Path.of(ByteBuddy.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .getPath())
                            .toUri()
                            .toString());
            Path agent = jar(
                    folder.resolve("agent.jar"),
                    manifest,
                    FaultAgent.class,
                    FaultAgent.ArrayWrite.class,
                    FaultAgent.WholeWrite.class,
                    FaultAgent.BufferWrite.class,
                    FaultAgent.Sync.class);
            Path port = folder.resolve("port");
            return new FaultyDisk(port, "-javaagent:%s=%s,%s,%s".formatted(agent, data, faults, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the virtual machine of the node has to be started with. */
    public String options() {
        return options;
    }

    /** The disk is so from now on; the amount is bytes that are left, or milliseconds. */
    public void set(Faults.Kind kind, long amount) {
        tell(kind + " " + amount);
    }

    /** How many operations met the fault that was set last. */
    public long hits() {
        return tell("HITS");
    }

    private long tell(String command) {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        Integer.parseInt(Files.readString(port).strip()));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            return Long.parseLong(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar(Path file, Manifest manifest, Class<?>... classes) throws IOException {
        manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            for (Class<?> each : classes) {
                String name = each.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var in = each.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(jar);
                }
            }
        }
        return file;
    }
}
