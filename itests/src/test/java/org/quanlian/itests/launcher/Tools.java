package org.quanlian.itests.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder of programs that takes the place of the path: what is not put there is not there. */
final class Tools {
    private static final List<String> ALWAYS_THERE = List.of(
            "sh",
            "cat",
            "cut",
            "date",
            "dirname",
            "find",
            "grep",
            "kill",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "nohup",
            "ps",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "touch",
            "tr",
            "uname");

    private final Path folder;

    private Tools(Path folder) {
        this.folder = folder;
    }

    /** What every Linux has, and nothing else. */
    static Tools bare(Path folder) {
        try {
            Tools tools = new Tools(Files.createDirectories(folder));
            for (String name : ALWAYS_THERE) {
                for (Path place : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
                    if (Files.isExecutable(place.resolve(name)) && Files.notExists(tools.folder.resolve(name))) {
                        Files.createSymbolicLink(tools.folder.resolve(name), place.resolve(name));
                    }
                }
            }
            return tools;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a program, written as a shell script. */
    Tools with(String name, String script) {
        try {
            Path program = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the Java that runs this test, without its compiler. */
    Tools withJava() {
        return with("java", "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"");
    }

    /** Adds a Java of another version, which can only say so. */
    Tools withJava(String version) {
        return with("java", "echo 'openjdk version \"" + version + "\" 2025-01-01' >&2");
    }

    /** The path. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
