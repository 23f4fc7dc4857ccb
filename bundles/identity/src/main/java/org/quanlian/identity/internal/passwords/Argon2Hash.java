package org.quanlian.identity.internal.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.quanlian.vouchers.accounts.PasswordHash;

/**
 * A hash taken apart: parameters, salt and what came out.
 *
 * <p>Source: RFC 9106; the text form is the PHC string format, {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash} with base 64
 * without padding.
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by matches alone, in constant time.
record Argon2Hash(HashingEffort effort, byte[] salt, byte[] hash) {
    static final int SALT_BYTES = 16;

    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Hashes a password. */
    static Argon2Hash of(String password, byte[] salt, HashingEffort effort) {
        return new Argon2Hash(effort, salt, compute(password, salt, effort, HASH_BYTES));
    }

    /** @throws IllegalArgumentException when a kept hash is not in that form, which is a failure and no wrong password */
    static Argon2Hash parse(PasswordHash kept) {
        Matcher parts = FORM.matcher(kept.encoded());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a kept password hash is not one of Argon2id");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        return new Argon2Hash(
                new HashingEffort(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))),
                base64.decode(parts.group(3)),
                base64.decode(parts.group(4)));
    }

    PasswordHash encoded() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + effort.memoryKib() + ",t=" + effort.passes() + ",p=1$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, compute(password, salt, effort, hash.length));
    }

    private static byte[] compute(String password, byte[] salt, HashingEffort effort, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(effort.memoryKib())
                .withIterations(effort.passes())
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] out = new byte[length];
        // The same characters typed on another keyboard may come composed in another way.
        byte[] bytes = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        try {
            generator.generateBytes(bytes, out);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        return out;
    }
}
