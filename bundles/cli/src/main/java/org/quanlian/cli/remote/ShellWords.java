package org.quanlian.cli.remote;

/** Words as the console of the node reads them. */
final class ShellWords {
    private static final String HARMLESS = "_.:/-";

    private ShellWords() {}

    /** A word that the console takes for exactly this text: what might mean something to it follows a backslash. */
    static String quote(String word) {
        StringBuilder quoted = new StringBuilder();
        word.codePoints().forEach(character -> {
            if (!Character.isLetterOrDigit(character) && HARMLESS.indexOf(character) < 0) {
                quoted.append('\\');
            }
            quoted.appendCodePoint(character);
        });
        return quoted.toString();
    }
}
