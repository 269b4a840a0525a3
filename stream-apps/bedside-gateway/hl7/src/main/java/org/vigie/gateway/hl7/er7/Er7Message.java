package org.vigie.gateway.hl7.er7;

import java.util.List;

/**
 * Represents an ER7 message, divided into segments as {@link SegmentTerminator} defines. A line that does not begin like a segment
 * continues the segment before: some senders break text.
 */
public final class Er7Message {
    private static final Hl7Segment NONE = new Hl7Segment("", 0, 0, new Hl7Delimiters('|', '^', '~', '\\', '&', '\0'));

    private final List<Hl7Segment> segments;

    Er7Message(List<Hl7Segment> segments) {
        this.segments = segments;
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

    public static Er7Message parse(String text) throws MalformedHl7Message {
        Er7Parser parser = new Er7Parser(text);
        Er7Message message = parser.cut();
        parser.requireLineEnds();
        require(message, 9, "no message type");
        if (!message.isAnswer()) {
            require(message, 10, "no message control id");
        }
        return message;
    }

    /** Divides a message without checking it. The acknowledgement of a malformed message needs its header. */
    public static Er7Message cut(String text) throws MalformedHl7Message {
        return new Er7Parser(text).cut();
    }

    private static void require(Er7Message message, int field, String what) throws MalformedHl7Message {
        if (!message.header().has(field)) {
            throw new MalformedHl7Message("MSH", field, Hl7Error.REQUIRED_FIELD, what);
        }
    }

    /** Returns true when the message is an acknowledgement or a reply. Such a message is not answered. */
    public boolean isAnswer() {
        return first("MSA").has(1) || type().equals("ACK") || type().equals("ORA");
    }

    public Hl7Segment header() {
        return segments.get(0);
    }

    public List<Hl7Segment> segments() {
        return segments;
    }

    /** Returns the first segment of this name. It is empty when there is none. */
    public Hl7Segment first(String name) {
        for (Hl7Segment segment : segments) {
            if (segment.is(name)) {
                return segment;
            }
        }
        return NONE;
    }

    public List<Hl7Segment> all(String name) {
        return segments.stream().filter(segment -> segment.is(name)).toList();
    }

    /** Returns the first segment of this name between another segment and the next of that one's name. It is empty when there is none. */
    public Hl7Segment after(Hl7Segment other, String name) {
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
