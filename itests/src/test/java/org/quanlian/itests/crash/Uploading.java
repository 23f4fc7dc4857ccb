package org.quanlian.itests.crash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.quanlian.itests.year.HeldNode.Answer;
import org.quanlian.itests.year.Person;

/** Papers, personal ones among them, one after another. */
final class Uploading implements Storm.Story {
    private static final List<String> KINDS = List.of("OTHER", "LEGAL_REPRESENTATIVE_ID", "APPLICATION_FORM");

    private final Journal journal;
    private final RandomGenerator random;
    private final Person enterprise;

    Uploading(Scene scene, Journal journal, RandomGenerator random) {
        this.journal = journal;
        this.random = random;
        this.enterprise = scene.enterprise();
    }

    @Override
    public void live(Storm storm) {
        while (true) {
            upload(storm, journal, enterprise, KINDS.get(random.nextInt(KINDS.size())), random);
        }
    }

    /** Uploads a paper with a content of its own; returns its name. */
    static String upload(Storm storm, Journal journal, Person who, String kind, RandomGenerator random) {
        byte[] file = Scene.file(random);
        String sha256 = sha256(file);
        journal.sent(sha256);
        Answer uploaded = storm.write(Write.upload(who, kind, file).leaving("", "a document"));
        if (!uploaded.at("/sha256").equals(sha256)) {
            throw new AssertionError("another content came: " + uploaded.text());
        }
        journal.document(uploaded.at("/id"), sha256);
        return uploaded.at("/id");
    }

    /** The digest of a content. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
