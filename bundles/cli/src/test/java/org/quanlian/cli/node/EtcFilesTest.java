package org.quanlian.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EtcFilesTest {
    @TempDir
    Path folder;

    private Path delivered;
    private Path own;

    @BeforeEach
    void deliver() throws IOException {
        delivered = folder.resolve("distribution/etc");
        own = folder.resolve("data/etc");
        Files.createDirectories(delivered.resolve("scripts"));
        write(delivered, "a.cfg", "a = 1");
        write(delivered, "scripts/b.script", "b");
        Files.createDirectories(own.getParent());
    }

    @Test
    void areAllCopiedAtTheFirstStart() throws IOException {
        assertThat(update().update()).isEmpty();

        assertThat(own.resolve("a.cfg")).hasContent("a = 1");
        assertThat(own.resolve("scripts/b.script")).hasContent("b");
    }

    @Test
    void followTheDistributionWhenTheOperatorDidNotChangeThem() throws IOException {
        update().update();
        write(delivered, "a.cfg", "a = 2");
        write(delivered, "c.cfg", "c");
        Files.delete(delivered.resolve("scripts/b.script"));

        assertThat(update().update()).isEmpty();

        assertThat(own.resolve("a.cfg")).hasContent("a = 2");
        assertThat(own.resolve("c.cfg")).hasContent("c");
        assertThat(own.resolve("scripts/b.script")).doesNotExist();
    }

    @Test
    void stayAsTheOperatorMadeThem() throws IOException {
        update().update();
        write(own, "a.cfg", "a = mine");
        write(own, "mine.cfg", "mine");
        Files.delete(own.resolve("scripts/b.script"));

        assertThat(update().update())
                .as("nothing to say while the distribution is the same")
                .isEmpty();

        assertThat(own.resolve("a.cfg")).hasContent("a = mine");
        assertThat(own.resolve("mine.cfg")).hasContent("mine");
        assertThat(own.resolve("scripts/b.script")).doesNotExist();
    }

    @Test
    void areNamedOnceWhenBothSidesChangedThem() throws IOException {
        update().update();
        write(own, "a.cfg", "a = mine");
        Files.delete(own.resolve("scripts/b.script"));
        write(delivered, "a.cfg", "a = 2");
        write(delivered, "scripts/b.script", "b 2");

        assertThat(update().update()).containsExactly("a.cfg", "scripts/b.script");
        assertThat(update().update()).isEmpty();

        assertThat(own.resolve("a.cfg")).hasContent("a = mine");
        assertThat(own.resolve("scripts/b.script")).doesNotExist();
    }

    @Test
    void areNotNamedWhenTheOperatorMadeTheSameChange() throws IOException {
        update().update();
        write(own, "a.cfg", "a = 2");
        write(delivered, "a.cfg", "a = 2");

        assertThat(update().update()).isEmpty();
    }

    @Test
    void areFinishedByTheNextStartWhenTheFirstWasInterrupted() throws IOException {
        Files.createDirectories(own);
        write(own, "a.cfg", "a = 1");

        assertThat(update().update()).isEmpty();

        assertThat(own.resolve("scripts/b.script")).hasContent("b");
    }

    private EtcFiles update() {
        return new EtcFiles(delivered, own, folder.resolve("data/etc.sums"));
    }

    private static void write(Path etc, String name, String text) throws IOException {
        Files.writeString(etc.resolve(name), text);
    }
}
