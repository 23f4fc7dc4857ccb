package org.quanlian.cli.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** Checksums of files: they tell a changed file from an unchanged one, and protect against nothing. */
final class Checksums {
    private Checksums() {}

    /** The checksum of a file, if it is there. */
    static Optional<String> of(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
            long length = in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(String.format("%08x-%d", crc.getValue(), length));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The checksums of all files in a folder, by their paths in it. */
    static Map<String, String> ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        Map<String, String> sums = new TreeMap<>();
        for (Path file : files) {
            of(file).ifPresent(sum -> sums.put(folder.relativize(file).toString(), sum));
        }
        return sums;
    }

    /** One checksum for many. */
    static String combined(Map<String, String> sums) {
        CRC32 crc = new CRC32();
        crc.update(String.join("\n", lines(sums)).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x-%d", crc.getValue(), sums.size());
    }

    /** Reads checksums written by {@link #write}; none when the file is not there. */
    static Map<String, String> read(Path record) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        if (Files.exists(record)) {
            for (String line : Files.readAllLines(record)) {
                int space = line.indexOf(' ');
                sums.put(line.substring(space + 1), line.substring(0, space));
            }
        }
        return sums;
    }

    /** Writes checksums, one a line: the checksum, a space, the path. */
    static void write(Path record, Map<String, String> sums) throws IOException {
        Files.write(record, lines(sums));
    }

    private static List<String> lines(Map<String, String> sums) {
        List<String> lines = new ArrayList<>();
        sums.forEach((path, sum) -> lines.add(sum + " " + path));
        return lines;
    }
}
