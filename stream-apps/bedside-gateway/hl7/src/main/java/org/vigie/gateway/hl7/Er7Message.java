package org.vigie.gateway.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An ER7 message, divided into segments as {@link SegmentTerminator} says. A line that does not begin like a segment continues the segment
 * before: some senders break text.
 */
public final class Er7Message {
    private static final int HEADER = 4;
    private static final Set<String> READ =
            Set.of("MSH", "EVN", "PID", "PV1", "MRG", "ZBE", "OBR", "OBX", "PRT", "SPM");
    private static final Hl7Segment NONE = new Hl7Segment("", 0, 0, new Hl7Delimiters('|', '^', '~', '\\', '&', '\0'));

    private final List<Hl7Segment> segments;
    /** True when the header ends in LF and other segments end in CR. The ends of the segments are then not known. */
    private final boolean isMixed;
    /**
     * True when the header ends in CR alone and a later line in CR LF. That line end may be the end of a segment or a line break in a
     * quoted text.
     */
    private final boolean isUnclear;

    /** True when a line begins like a segment, but not in upper case. */
    private final boolean isMisnamed;

    private Er7Message(List<Hl7Segment> segments, boolean isMixed, boolean isUnclear, boolean isMisnamed) {
        this.segments = segments;
        this.isMixed = isMixed;
        this.isUnclear = isUnclear;
        this.isMisnamed = isMisnamed;
    }

    /**
     * Parses the bytes of a message.
     *
     * @throws MalformedHl7Message when it does not begin with MSH, when its line ends are mixed, or when its type or its control id is
     *     missing
     */
    public static Er7Message parse(byte[] bytes) throws MalformedHl7Message {
        return parse(Hl7CharsetDecoder.decode(bytes));
    }

    static Er7Message parse(String text) throws MalformedHl7Message {
        Er7Message message = cut(text);
        if (message.isMixed) {
            throw new MalformedHl7Message(
                    "MSH", 0, Hl7Error.SEQUENCE, "ends with LF, other segments with CR: all must end with CR");
        }
        if (message.isUnclear) {
            throw new MalformedHl7Message(
                    "MSH",
                    0,
                    Hl7Error.SEQUENCE,
                    "ends with CR alone, a later line with CR LF: what follows may be quoted, all must end with CR");
        }
        if (message.isMisnamed) {
            throw new MalformedHl7Message(
                    "MSH",
                    0,
                    Hl7Error.SEQUENCE,
                    "a line behind it begins like a segment, but not in upper case: PID, not pid");
        }
        require(message, 9, "no message type");
        if (!message.isAnswer()) {
            require(message, 10, "no message control id");
        }
        return message;
    }

    /** Divides a message without checking it. The acknowledgement of a malformed message needs its header. */
    static Er7Message cut(String text) throws MalformedHl7Message {
        int start = SegmentTerminator.skipBlanks(text, 0);
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
        SegmentTerminator end = SegmentTerminator.of(text, start);
        int headerEnd = end.lineEnd(text, start);
        int feed = text.indexOf('\n', start);
        if (feed >= 0 && feed < headerEnd) {
            Hl7Delimiters delimiters = delimiters(text, start, feed);
            return new Er7Message(List.of(new Hl7Segment(text, start, feed, delimiters)), true, false, false);
        }
        List<Hl7Segment> segments = new ArrayList<>();
        boolean isMisnamed = cut(text, start, end, delimiters(text, start, headerEnd), segments);
        boolean isUnclear = end == SegmentTerminator.CR
                && SegmentTerminator.isCrAlone(text, headerEnd)
                && SegmentTerminator.hasCrLf(
                        text, headerEnd, segments.get(segments.size() - 1).end());
        return new Er7Message(segments, false, isUnclear, isMisnamed);
    }

    private static Hl7Delimiters delimiters(String text, int start, int headerEnd) throws MalformedHl7Message {
        char field = text.charAt(start + 3);
        int end = text.indexOf(field, start + HEADER);
        String declared = text.substring(start + HEADER, end < 0 || end > headerEnd ? headerEnd : end);
        if (declared.isBlank() || declared.length() > 5) {
            throw new MalformedHl7Message("MSH", 2, Hl7Error.REQUIRED_FIELD, "must be 2 to 5 encoding characters");
        }
        return Hl7Delimiters.of(field, declared.trim());
    }

    /** Adds the segments of a text to a list. Returns true when one of them is not in upper case. */
    private static boolean cut(
            String text, int start, SegmentTerminator end, Hl7Delimiters delimiters, List<Hl7Segment> segments) {
        boolean anyMisnamed = false;
        int open = start;
        int at = start;
        while (at < text.length()) {
            int last = end.lineEnd(text, at);
            int next = SegmentTerminator.skipBlanks(text, last);
            boolean begins = next >= text.length() || isSegment(text, next, end.character(), delimiters.field());
            boolean misnamed = !begins && isMisnamed(text, next, delimiters.field(), open == start);
            anyMisnamed |= misnamed;
            if (begins || misnamed) {
                segments.add(new Hl7Segment(text, open, last, delimiters));
                open = next;
            }
            at = next;
        }
        return anyMisnamed;
    }

    /**
     * Says whether a line begins with a segment name that is not in upper case: {@code pid|}. Behind the header, any name counts. Behind
     * another segment, whose text may continue, only a name that the reader uses counts.
     */
    private static boolean isMisnamed(String text, int at, char field, boolean isBehindHeader) {
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

    private static boolean isSegment(String text, int at, char end, char field) {
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

    private static void require(Er7Message message, int field, String what) throws MalformedHl7Message {
        if (!message.header().has(field)) {
            throw new MalformedHl7Message("MSH", field, Hl7Error.REQUIRED_FIELD, what);
        }
    }

    /** Says whether the message is an acknowledgement or a reply. Such a message is not answered. */
    boolean isAnswer() {
        return first("MSA").has(1) || type().equals("ACK") || type().equals("ORA");
    }

    Hl7Segment header() {
        return segments.get(0);
    }

    List<Hl7Segment> segments() {
        return segments;
    }

    /** Returns the first segment of this name. It is empty when there is none. */
    Hl7Segment first(String name) {
        for (Hl7Segment segment : segments) {
            if (segment.is(name)) {
                return segment;
            }
        }
        return NONE;
    }

    List<Hl7Segment> all(String name) {
        return segments.stream().filter(segment -> segment.is(name)).toList();
    }

    /** Returns the first segment of this name between another segment and the next of that one's name. It is empty when there is none. */
    Hl7Segment after(Hl7Segment other, String name) {
        for (Hl7Segment segment : segments.subList(segments.indexOf(other) + 1, segments.size())) {
            if (segment.is(name)) {
                return segment;
            }
            if (segment.is(other.name())) {
                break;
            }
        }
        return NONE;
    }

    /** Returns the message type of MSH-9: {@code ORU}. */
    public String type() {
        return header().get(9);
    }

    /** Returns the trigger event of MSH-9: {@code R01}. It is taken from EVN-1 when MSH-9 gives none. */
    public String event() {
        String event = header().get(9, 2);
        return event.isEmpty() ? first("EVN").get(1) : event;
    }

    /** Returns the message control id (MSH-10). */
    public String controlId() {
        return header().words(10);
    }

    /** Returns the sender, {@code MSH-3|MSH-4}. */
    public String sender() {
        return header().raw(3) + "|" + header().raw(4);
    }

    /** Returns the processing id (MSH-11): P (production), T (training) or D (debugging). */
    public String processing() {
        return header().get(11);
    }
}
