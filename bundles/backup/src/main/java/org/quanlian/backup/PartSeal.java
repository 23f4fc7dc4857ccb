package org.quanlian.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.quanlian.keys.crypto.Aead;
import org.quanlian.keys.crypto.DigestAlgorithm;
import org.quanlian.keys.crypto.PassphraseKey;
import org.quanlian.keys.crypto.SealedPieces;

/**
 * How the parts of one backup are sealed, if they are: each under a key of its own, which is made of the passphrase, the salt of
 * this backup and the name of the part.
 *
 * <pre>
 * "QLB1" · number of the cipher · prefix (7) · pieces, see {@link SealedPieces}
 * </pre>
 */
final class PartSeal {
    private static final byte[] MAGIC = {'Q', 'L', 'B', '1'};

    private final Optional<Sealed> sealed;

    private PartSeal(Optional<Sealed> sealed) {
        this.sealed = sealed;
    }

    private record Sealed(Aead cipher, PassphraseKey key) {}

    /** Parts lie open. */
    static PartSeal open() {
        return new PartSeal(Optional.empty());
    }

    /** Parts are sealed. */
    static PartSeal of(Manifest.Sealing how, Passphrase passphrase) {
        byte[] salt = HexFormat.of().parseHex(how.salt());
        return new PartSeal(Optional.of(new Sealed(
                Aead.of(how.cipher()), PassphraseKey.derive(how.mac(), passphrase.value(), salt, how.effort()))));
    }

    /** The text of the check of a manifest: whoever has not the passphrase can't make it. */
    String check(byte[] manifest) {
        byte[] check = sealed.map(how -> how.key().check("manifest", manifest))
                .orElseGet(() -> DigestAlgorithm.SHA_256.of(manifest));
        return HexFormat.of().formatHex(check) + "\n";
    }

    boolean checks(byte[] manifest, byte[] check) {
        return MessageDigest.isEqual(check(manifest).getBytes(StandardCharsets.US_ASCII), check);
    }

    /** A stream that seals a part; closing it closes the other. */
    OutputStream seal(Part part, OutputStream to, SecureRandom random) throws IOException {
        if (sealed.isEmpty()) {
            return to;
        }
        byte[] prefix = new byte[SealedPieces.PREFIX];
        random.nextBytes(prefix);
        byte[] head = head(prefix);
        to.write(head);
        return pieces(part, head).seal(to);
    }

    /**
     * A stream of what a part holds.
     *
     * @throws BackupRefusedException {@code damaged}, from the stream too
     */
    InputStream open(Part part, InputStream from) throws IOException {
        if (sealed.isEmpty()) {
            return from;
        }
        byte[] head = from.readNBytes(MAGIC.length + 1 + SealedPieces.PREFIX);
        byte[] prefix = Arrays.copyOfRange(head, Math.max(0, head.length - SealedPieces.PREFIX), head.length);
        if (!Arrays.equals(head, head(prefix))) {
            throw new BackupRefusedException("damaged", part.file(true));
        }
        return pieces(part, head)
                .open(from, (how, cause) -> new BackupRefusedException(cause, "damaged", part.file(true)));
    }

    private SealedPieces pieces(Part part, byte[] head) {
        Sealed how = sealed.orElseThrow();
        byte[] key = Arrays.copyOf(
                how.key().forUse("part " + part.word()), how.cipher().keyBytes());
        return new SealedPieces(how.cipher(), how.cipher().key(key), head);
    }

    private byte[] head(byte[] prefix) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(MAGIC);
        head.write(sealed.orElseThrow().cipher().number());
        head.writeBytes(prefix);
        return head.toByteArray();
    }
}
