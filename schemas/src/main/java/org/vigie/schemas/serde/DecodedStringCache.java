package org.vigie.schemas.serde;

import java.nio.charset.StandardCharsets;

/**
 * Returns one string for equal bytes where it can. Names of variables, units, beds and devices come with every record; they are then decoded
 * and hashed once.
 *
 * <p>Only short ASCII strings are kept, one per place. Threads may use a cache at the same time: a string that two of them decode at once is
 * decoded twice.
 */
final class DecodedStringCache {
    private static final int PLACES = 1 << 10;
    private static final int LONGEST = 32;
    private static final int FACTOR = 31;
    private static final int HALF = Integer.SIZE / 2;

    private final String[] held = new String[PLACES];

    /** Decodes a string in UTF-8. */
    String decode(byte[] bytes, int start, int length) {
        if (length > LONGEST) {
            return new String(bytes, start, length, StandardCharsets.UTF_8);
        }
        int place = place(bytes, start, length);
        String known = held[place];
        if (known != null && isSame(known, bytes, start, length)) {
            return known;
        }
        String decoded = new String(bytes, start, length, StandardCharsets.UTF_8);
        if (isSame(decoded, bytes, start, length)) {
            held[place] = decoded;
        }
        return decoded;
    }

    private static int place(byte[] bytes, int start, int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = FACTOR * hash + bytes[start + i];
        }
        return (hash ^ (hash >>> HALF)) & (PLACES - 1);
    }

    /** Returns true when the bytes are the string's characters in ASCII. */
    private static boolean isSame(String text, byte[] bytes, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }
}
