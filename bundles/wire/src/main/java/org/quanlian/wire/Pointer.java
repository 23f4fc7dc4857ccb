package org.quanlian.wire;

/**
 * A JSON Pointer (RFC 6901) that is safe to write back, whatever names a stranger sent. Every value that is read has one, and
 * few are ever told, so a pointer is put into words only when it is asked for.
 */
abstract class Pointer {
    /** The pointer to the whole document. */
    static final Pointer ROOT = new Pointer() {
        @Override
        void write(StringBuilder text) {}
    };

    private static final int MAX_LENGTH = 500;

    private Pointer() {}

    /** The pointer to a member of what this one points to. */
    final Pointer child(String name) {
        return new Member(this, name);
    }

    /** The pointer to an item of what this one points to, from 0. */
    final Pointer child(int index) {
        return new Item(this, index);
    }

    /** The pointer in words, from the root. */
    @Override
    public final String toString() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    abstract void write(StringBuilder text);

    /** The text without control characters and unpaired surrogates, which no JSON could carry, and not too long. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(MAX_LENGTH)
                .forEach(c -> printable.appendCodePoint(
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                                ? '\uFFFD'
                                : c));
        return printable.toString();
    }

    private static final class Member extends Pointer {
        private final Pointer parent;
        private final String name;

        Member(Pointer parent, String name) {
            this.parent = parent;
            this.name = name;
        }

        @Override
        void write(StringBuilder text) {
            parent.write(text);
            text.append('/').append(printable(name.replace("~", "~0").replace("/", "~1")));
        }
    }

    private static final class Item extends Pointer {
        private final Pointer parent;
        private final int index;

        Item(Pointer parent, int index) {
            this.parent = parent;
            this.index = index;
        }

        @Override
        void write(StringBuilder text) {
            parent.write(text);
            text.append('/').append(index);
        }
    }
}
