package org.quanlian.vouchers.documents;

/**
 * Keeps short personal texts, such as ID numbers (身份证号码), so that who reads the database alone does not read them:
 * sealed by a key that lies outside the database.
 */
public interface PersonalData {
    /**
     * A text sealed. The same text sealed twice is not the same.
     *
     * @param text at most some hundred characters
     */
    byte[] seal(String text);

    /**
     * The text that was sealed.
     *
     * @throws PersonalDataException when its key is not there, or the bytes were damaged
     */
    String open(byte[] sealed);

    /**
     * A text as those see it who may not see it whole: the first six and the last four characters of an ID number, and
     * nothing of what is shorter than such a number.
     */
    default String mask(String text) {
        int[] characters = text.codePoints().toArray();
        int first = 6;
        int last = 4;
        // Of a text not much longer than what is shown, too much would be shown.
        boolean shows = characters.length >= first + last + 4;
        for (int i = 0; i < characters.length; i++) {
            if (!shows || (i >= first && i < characters.length - last)) {
                characters[i] = '*';
            }
        }
        return new String(characters, 0, characters.length);
    }
}
