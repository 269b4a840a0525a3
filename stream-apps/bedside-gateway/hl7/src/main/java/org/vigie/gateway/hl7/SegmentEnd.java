package org.vigie.gateway.hl7;

/**
 * Decides what ends a segment, in messages and in files of messages; the only place that does.
 *
 * <p>The standard says CR, so where there is a CR, only CR ends a segment: a line feed is data. Right behind a CR it stands between two
 * segments and belongs to none. LF ends segments only where there is no CR; one behind the last segment does not count.
 */
final class SegmentEnd {
    private SegmentEnd() {}

    /** CR or LF, for the text from here to its end. */
    static char of(String text, int from) {
        int cr = text.indexOf('\r', from);
        if (cr < 0) {
            return '\n';
        }
        int feed = text.indexOf('\n', from);
        boolean isLast = skipBlanks(text, cr) == text.length();
        return isLast && feed >= 0 && feed < cr ? '\n' : '\r';
    }

    /** The next place that holds neither a blank nor a control character. */
    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Where the line that begins here ends: at its end character, or at the text's end. */
    static int lineEnd(String text, int from, char end) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at;
    }
}
