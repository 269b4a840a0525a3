package org.vigie.gateway.hl7.er7;

import java.util.Locale;
import java.util.Set;

/** Recognises the names of segments at the begin of lines. */
final class SegmentNames {
    private static final Set<String> READ =
            Set.of("MSH", "EVN", "PID", "PV1", "MRG", "ZBE", "OBR", "OBX", "PRT", "SPM");

    private SegmentNames() {}

    /**
     * Returns true when a line begins with a segment name that is not in upper case: {@code pid|}. Behind the header, any name counts.
     * Behind another segment, whose text may continue, only a name that the reader uses counts.
     */
    static boolean isMisnamed(String text, int at, char field, boolean isBehindHeader) {
        boolean isName = at + 3 < text.length()
                && text.charAt(at + 3) == field
                && isLetter(text.charAt(at))
                && Character.isLetterOrDigit(text.charAt(at + 1))
                && Character.isLetterOrDigit(text.charAt(at + 2));
        return isName
                && (isBehindHeader || READ.contains(text.substring(at, at + 3).toUpperCase(Locale.ROOT)));
    }

    private static boolean isLetter(char c) {
        return isUpper(c) || (c >= 'a' && c <= 'z');
    }

    /** Returns true when a segment begins at a place: a name of three letters or digits, then a separator or the end of the line. */
    static boolean isSegment(String text, int at, char end, char field) {
        if (at + 3 > text.length() || !isUpper(text.charAt(at))) {
            return false;
        }
        boolean name = isUpperOrDigit(text.charAt(at + 1)) && isUpperOrDigit(text.charAt(at + 2));
        return name && (at + 3 == text.length() || text.charAt(at + 3) == field || text.charAt(at + 3) == end);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isUpperOrDigit(char c) {
        return isUpper(c) || (c >= '0' && c <= '9');
    }
}
