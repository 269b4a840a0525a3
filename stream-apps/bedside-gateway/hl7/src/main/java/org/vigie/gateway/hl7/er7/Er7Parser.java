package org.vigie.gateway.hl7.er7;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a text into segments, as {@link SegmentTerminator} says. A line that does not begin like a segment continues the segment before:
 * some senders break text.
 */
final class Er7Parser {
    private static final int HEADER = 4;
    private static final int MOST_ENCODING_CHARACTERS = 5;

    private final String text;
    private final int start;
    private final List<Hl7Segment> segments = new ArrayList<>();
    /** True when the header ends in LF and other segments end in CR. The ends of the segments are then not known. */
    private boolean isMixed;
    /**
     * True when the header ends in CR alone and a later line in CR LF. That line end may be the end of a segment or a line break in a
     * quoted text.
     */
    private boolean isUnclear;
    /** True when a line begins like a segment, but not in upper case. */
    private boolean isMisnamed;

    Er7Parser(String text) {
        this.text = text;
        this.start = SegmentTerminator.skipBlanks(text, 0);
    }

    /**
     * Divides the text.
     *
     * @throws MalformedHl7Message when it does not begin with a header
     */
    Er7Message cut() throws MalformedHl7Message {
        requireHeader();
        SegmentTerminator end = SegmentTerminator.of(text, start);
        int headerEnd = end.lineEnd(text, start);
        int feed = text.indexOf('\n', start);
        isMixed = feed >= 0 && feed < headerEnd;
        if (isMixed) {
            segments.add(new Hl7Segment(text, start, feed, delimiters(feed)));
        } else {
            cut(end, delimiters(headerEnd));
            int last = segments.get(segments.size() - 1).end();
            isUnclear = end == SegmentTerminator.CR
                    && SegmentTerminator.isCrAlone(text, headerEnd)
                    && SegmentTerminator.hasCrLf(text, headerEnd, last);
        }
        return new Er7Message(segments);
    }

    private void requireHeader() throws MalformedHl7Message {
        if (!text.startsWith("MSH", start)) {
            String what = text.startsWith("<", start)
                    ? "HL7 in XML is not read, only ER7 (segments that begin with MSH)"
                    : "the message does not begin with MSH";
            throw new MalformedHl7Message("MSH", 0, Hl7Error.SEQUENCE, what);
        }
        char bar = text.length() < start + HEADER ? ' ' : text.charAt(start + 3);
        if (bar <= ' ' || Character.isLetterOrDigit(bar)) {
            throw new MalformedHl7Message("MSH", 1, Hl7Error.REQUIRED_FIELD, "no field separator");
        }
    }

    private Hl7Delimiters delimiters(int headerEnd) throws MalformedHl7Message {
        char field = text.charAt(start + 3);
        int end = text.indexOf(field, start + HEADER);
        String declared = text.substring(start + HEADER, end < 0 || end > headerEnd ? headerEnd : end);
        if (declared.isBlank() || declared.length() > MOST_ENCODING_CHARACTERS) {
            throw new MalformedHl7Message("MSH", 2, Hl7Error.REQUIRED_FIELD, "must be 2 to 5 encoding characters");
        }
        return Hl7Delimiters.of(field, declared.trim());
    }

    private void cut(SegmentTerminator end, Hl7Delimiters delimiters) {
        int open = start;
        int at = start;
        while (at < text.length()) {
            int last = end.lineEnd(text, at);
            at = SegmentTerminator.skipBlanks(text, last);
            if (isBegin(at, end.character(), delimiters.field(), open == start)) {
                segments.add(new Hl7Segment(text, open, last, delimiters));
                open = at;
            }
        }
    }

    /** Returns true when a segment begins at a place, or the text ends there. */
    private boolean isBegin(int at, char end, char field, boolean isBehindHeader) {
        if (at >= text.length() || SegmentNames.isSegment(text, at, end, field)) {
            return true;
        }
        boolean isNamedWrong = SegmentNames.isMisnamed(text, at, field, isBehindHeader);
        isMisnamed |= isNamedWrong;
        return isNamedWrong;
    }

    /** @throws MalformedHl7Message when the ends of the segments of the divided text are not known */
    void requireLineEnds() throws MalformedHl7Message {
        require(!isMixed, "ends with LF, other segments with CR: all must end with CR");
        require(
                !isUnclear,
                "ends with CR alone, a later line with CR LF: what follows may be quoted, all must end with CR");
        require(!isMisnamed, "a line behind it begins like a segment, but not in upper case: PID, not pid");
    }

    private static void require(boolean isMet, String otherwise) throws MalformedHl7Message {
        if (!isMet) {
            throw new MalformedHl7Message("MSH", 0, Hl7Error.SEQUENCE, otherwise);
        }
    }
}
