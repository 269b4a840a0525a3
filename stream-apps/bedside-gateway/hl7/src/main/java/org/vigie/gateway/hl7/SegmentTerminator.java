package org.vigie.gateway.hl7;

/**
 * Decides what ends a segment, in messages and in files of messages; the only place that does.
 *
 * <p>The standard says CR, so where there is a CR, only CR ends a segment: a line feed is data. Right behind a CR it stands between two
 * segments and belongs to none, if the header's own line ends like that; if it does not, nobody can tell what such a line end means. LF ends segments only where there is no CR; one behind the last segment does not count.
 */
final class SegmentTerminator {
    private SegmentTerminator() {}

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

    /** Whether the CR that stands here has no LF behind it: blanks between them do not count. */
    static boolean isCrAlone(String text, int cr) {
        return !hasCrLf(text, cr, skipBlanks(text, cr));
    }

    /** Whether an LF stands behind a CR, with nothing but blanks between them, both within these limits. */
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
