package org.quanlian.store.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.quanlian.health.Readiness;
import org.quanlian.health.Readiness.State;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.keys.OwnerOnly;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.store.internal.probe.Probe;

/** Whether documents can be kept: now and then a small file is written into their folder, made durable and removed. */
public final class DocumentReadiness implements ReadinessCheck, AutoCloseable {
    private static final byte[] FEW_BYTES = "quanlian".getBytes(StandardCharsets.US_ASCII);

    private final MessageCatalog texts = MessageCatalog.beside(DocumentReadiness.class);
    private final Path incoming;
    private final Probe writing;

    /**
     * @param root the folder of the documents
     * @param bound how long the disk may take
     * @param writesEvery how long one write tells that the folder can be written
     */
    public DocumentReadiness(Path root, Duration bound, Duration writesEvery) {
        incoming = root.resolve(FileContents.INCOMING);
        writing = new Probe("quanlian-documents-write-probe", bound, writesEvery);
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public Readiness check() {
        boolean works = writing.works(this::isWritten);
        return new Readiness(
                works ? State.UP : State.DOWN, texts.render(works ? "documents.up" : "documents.down", List.of()));
    }

    @Override
    public void close() {
        writing.close();
    }

    /** Under a name that the sweep takes away, should the node end in between. */
    private boolean isWritten() throws IOException {
        Path file = OwnerOnly.folder(incoming).resolve("probe-" + System.nanoTime() + ".part");
        try (FileChannel channel = OwnerOnly.create(file)) {
            ByteBuffer left = ByteBuffer.wrap(FEW_BYTES);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
            return true;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
