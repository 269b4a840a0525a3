package org.vigie.gateway.hl7.er7;

/**
 * Caches the texts of fields. Monitors send the same texts every second, and equal texts become one string without a copy. A new text
 * replaces the one in its slot. Safe for use by many threads: strings are immutable, and a lost race costs a copy.
 */
public final class FieldTextCache {
    private static final String[] HELD = new String[1 << 12];
    private static final int LONGEST = 64;

    private FieldTextCache() {}

    public static String intern(String text, int from, int to) {
        if (to - from > LONGEST) {
            return text.substring(from, to);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = slot(hash, HELD.length);
        String held = HELD[slot];
        if (held == null || held.length() != to - from || !text.startsWith(held, from)) {
            held = text.substring(from, to);
            HELD[slot] = held;
        }
        return held;
    }

    /**
     * Returns the slot of a hash.
     *
     * @param slots a power of two
     */
    public static int slot(int hash, int slots) {
        return (hash ^ hash >>> 12 ^ hash >>> 21) & (slots - 1);
    }
}
