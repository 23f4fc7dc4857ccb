package org.quanlian.vouchers.audit;

import java.nio.ByteBuffer;

/**
 * The SM3 cryptographic hash (SM3 密码杂凑算法), written out here because a chain must be verifiable by this room alone.
 *
 * <p>Source: GB/T 32905-2016, sections 4 and 5; its examples are the tests.
 */
final class Sm3 {
    private static final int BLOCK = 64;
    private static final int LENGTH_BYTES = 8;
    private static final int ROUNDS = 64;
    private static final int EARLY_ROUNDS = 16;
    private static final int WORDS = 68;

    private Sm3() {}

    static byte[] digest(byte[] message) {
        ByteBuffer padded = padded(message);
        int[] v = {0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e};
        while (padded.hasRemaining()) {
            compress(v, padded);
        }
        ByteBuffer digest = ByteBuffer.allocate(32);
        for (int word : v) {
            digest.putInt(word);
        }
        return digest.array();
    }

    private static ByteBuffer padded(byte[] message) {
        int blocks = (message.length + 1 + LENGTH_BYTES + BLOCK - 1) / BLOCK;
        ByteBuffer padded = ByteBuffer.allocate(blocks * BLOCK);
        padded.put(message).put((byte) 0x80);
        padded.putLong(padded.capacity() - LENGTH_BYTES, message.length * 8L);
        return padded.rewind();
    }

    private static void compress(int[] v, ByteBuffer block) {
        int[] w = expanded(block);
        int a = v[0];
        int b = v[1];
        int c = v[2];
        int d = v[3];
        int e = v[4];
        int f = v[5];
        int g = v[6];
        int h = v[7];
        for (int j = 0; j < ROUNDS; j++) {
            boolean early = j < EARLY_ROUNDS;
            int t = early ? 0x79cc4519 : 0x7a879d8a;
            int ss1 = Integer.rotateLeft(Integer.rotateLeft(a, 12) + e + Integer.rotateLeft(t, j), 7);
            int ss2 = ss1 ^ Integer.rotateLeft(a, 12);
            int tt1 = (early ? a ^ b ^ c : (a & b) | (a & c) | (b & c)) + d + ss2 + (w[j] ^ w[j + 4]);
            int tt2 = (early ? e ^ f ^ g : (e & f) | (~e & g)) + h + ss1 + w[j];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        v[0] ^= a;
        v[1] ^= b;
        v[2] ^= c;
        v[3] ^= d;
        v[4] ^= e;
        v[5] ^= f;
        v[6] ^= g;
        v[7] ^= h;
    }

    private static int[] expanded(ByteBuffer block) {
        int[] w = new int[WORDS];
        for (int j = 0; j < EARLY_ROUNDS; j++) {
            w[j] = block.getInt();
        }
        for (int j = EARLY_ROUNDS; j < WORDS; j++) {
            int x = w[j - 16] ^ w[j - 9] ^ Integer.rotateLeft(w[j - 3], 15);
            w[j] = x
                    ^ Integer.rotateLeft(x, 15)
                    ^ Integer.rotateLeft(x, 23)
                    ^ Integer.rotateLeft(w[j - 13], 7)
                    ^ w[j - 6];
        }
        return w;
    }
}
