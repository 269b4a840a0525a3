package org.vigie.gateway.hl7;

/**
 * Words that come again and again, as a monitor's rows do every second: the same characters are the same string, without a copy. What
 * was held in a slot gives way to what comes. Safe for use by many threads, since strings are immutable: a lost race is a copy.
 */
final class FieldTextCache {
    private static final String[] HELD = new String[1 << 12];
    private static final int LONGEST = 64;

    private FieldTextCache() {}

    static String intern(String text, int from, int to) {
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

    /** @param slots a power of two */
    static int slot(int hash, int slots) {
        return (hash ^ hash >>> 12 ^ hash >>> 21) & (slots - 1);
    }
}
