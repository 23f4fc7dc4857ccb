package org.quanlian.vouchers.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** An algorithm by which entries are chained and rows are known again (摘要算法). */
public interface ChainHash {
    /** FIPS 180-4; what holds unless the operator says otherwise. */
    ChainHash SHA_256 = new ChainHash() {
        @Override
        public String name() {
            return "SHA-256";
        }

        @Override
        public byte[] digest(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    };

    /** SM3, the national one. */
    ChainHash SM3 = new ChainHash() {
        @Override
        public String name() {
            return "SM3";
        }

        @Override
        public byte[] digest(byte[] bytes) {
            return Sm3.digest(bytes);
        }
    };

    /** The algorithm of a name, if the node knows it. */
    static Optional<ChainHash> named(String name) {
        return switch (name) {
            case "SHA-256" -> Optional.of(SHA_256);
            case "SM3" -> Optional.of(SM3);
            default -> Optional.empty();
        };
    }

    /** The algorithm of a {@link #marked} digest, if the node knows it. */
    static Optional<ChainHash> of(String marked) {
        int colon = marked.indexOf(':');
        return colon < 0 ? Optional.empty() : named(marked.substring(0, colon).toUpperCase(Locale.ROOT));
    }

    /** Its name, as entries tell it. */
    String name();

    /** The 32 bytes of a digest. */
    byte[] digest(byte[] bytes);

    /** A digest as 64 hexadecimal digits. */
    default String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** A digest with the name of its algorithm in front, so that it can be told apart from those of another. */
    default String marked(byte[] bytes) {
        return name().toLowerCase(Locale.ROOT) + ':' + hex(bytes);
    }
}
