package org.vigie.gateway.hl7.er7;

/**
 * Finds the ends of segments, in messages and in files of messages.
 *
 * <p>The standard's terminator is CR. Where a text holds a CR, only CR ends a segment, and a line feed is data. A line feed directly behind
 * a CR stands between two segments when the header also ends with CR LF. Otherwise the meaning of such a line end is not known. LF ends
 * segments only where there is no CR. A CR behind the last segment does not count.
 */
enum SegmentTerminator {
    CR('\r'),
    LF('\n');

    private final char character;

    SegmentTerminator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /** Returns the terminator of the text from here to its end. */
    static SegmentTerminator of(String text, int from) {
        int cr = text.indexOf('\r', from);
        if (cr < 0) {
            return LF;
        }
        int feed = text.indexOf('\n', from);
        boolean isLast = skipBlanks(text, cr) == text.length();
        return isLast && feed >= 0 && feed < cr ? LF : CR;
    }

    /** Returns the next position that holds neither a blank nor a control character. */
    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Returns the end of the line that begins here: its terminator, or the end of the text. */
    int lineEnd(String text, int from) {
        int at = text.indexOf(character, from);
        return at < 0 ? text.length() : at;
    }

    /** Returns true when no LF stands behind this CR. Blanks between them do not count. */
    static boolean isCrAlone(String text, int cr) {
        return !hasCrLf(text, cr, skipBlanks(text, cr));
    }

    /** Returns true when an LF stands behind a CR within these limits, with nothing but blanks between them. */
    static boolean hasCrLf(String text, int from, int to) {
        for (int feed = text.indexOf('\n', from); feed >= 0 && feed < to; feed = text.indexOf('\n', feed + 1)) {
            int at = feed - 1;
            while (at > from && text.charAt(at) <= ' ' && text.charAt(at) != '\r') {
                at--;
            }
            if (at >= from && text.charAt(at) == '\r') {
                return true;
            }
        }
        return false;
    }
}
