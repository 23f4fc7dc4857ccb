package org.quanlian.store.internal.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Purpose;
import org.quanlian.vouchers.documents.PersonalData;

/** Seals short texts in the same form as files. */
public final class SealedTexts implements PersonalData {
    private static final int MAX_LENGTH = 1000;

    private final SealedForm form;

    /**
     * @param keys the keys of the node
     * @param random makes data keys
     */
    public SealedTexts(NodeKeys keys, SecureRandom random) {
        form = new SealedForm(keys.sealing(Purpose.PERSONAL_DATA), random);
    }

    @Override
    public byte[] seal(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a text that is sealed has at most " + MAX_LENGTH + " characters");
        }
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = form.seal(sealed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the keys can't be read", e);
        }
        return sealed.toByteArray();
    }

    @Override
    public String open(byte[] sealed) {
        try (InputStream in = form.open(new ByteArrayInputStream(sealed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the keys can't be read", e);
        }
    }
}
