package org.vigie.gateway.hl7.er7;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides the texts of fields at their separators.
 *
 * @param isCached true for OBX, whose texts are cached; other segments name patients, and their texts are not kept
 */
record FieldDivider(boolean isCached) {
    static final int TYPICAL_PARTS = 3;

    /** Returns the part with this number, from 1. Empty when there is none. */
    String piece(String text, char separator, int number) {
        int start = 0;
        for (int i = 1; i < number; i++) {
            int next = text.indexOf(separator, start);
            if (next < 0) {
                return "";
            }
            start = next + 1;
        }
        int end = text.indexOf(separator, start);
        return start == 0 && end < 0 ? text : copy(text, start, end < 0 ? text.length() : end);
    }

    /** Returns all parts of a text. */
    List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>(TYPICAL_PARTS);
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(copy(text, start, end));
            start = end + 1;
        }
        parts.add(copy(text, start, text.length()));
        return parts;
    }

    /** Returns the text between two positions, without blanks around it. */
    String trimmed(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && text.charAt(first) <= ' ') {
            first++;
        }
        while (first < last && text.charAt(last - 1) <= ' ') {
            last--;
        }
        return copy(text, first, last);
    }

    private String copy(String of, int start, int end) {
        return isCached ? FieldTextCache.intern(of, start, end) : of.substring(start, end);
    }
}
