package org.vigie.gateway.hl7.channel;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Segment;

/**
 * Describes the structure of a message: the fields that the names of its channels depend on.
 *
 * @param fields in the order of the segments
 */
record ChannelStructure(List<String> fields) {
    private static final int FIELDS_OF_ROW = 7;

    static ChannelStructure of(Er7Message message) {
        List<String> fields = new ArrayList<>();
        for (Hl7Segment segment : message.segments()) {
            for (int place = 0; place < places(segment); place++) {
                fields.add(field(segment, place));
            }
        }
        return new ChannelStructure(fields);
    }

    /** Returns the same number for messages of the same structure, without copying their fields. */
    static int hash(Er7Message message) {
        int hash = 0;
        for (Hl7Segment segment : message.segments()) {
            for (int place = 0; place < places(segment); place++) {
                hash = 31 * hash + field(segment, place).hashCode();
            }
        }
        return hash;
    }

    /** Returns true when a message has this structure. */
    boolean isOf(Er7Message message) {
        int at = 0;
        for (Hl7Segment segment : message.segments()) {
            for (int place = 0; place < places(segment); place++) {
                if (at == fields.size() || !fields.get(at++).equals(field(segment, place))) {
                    return false;
                }
            }
        }
        return at == fields.size();
    }

    private static int places(Hl7Segment segment) {
        return segment.is("OBX") ? FIELDS_OF_ROW : segment.is("OBR") ? 1 : 0;
    }

    /** Returns one field. The time is included only for rows with a plain number, since it changes every second. */
    private static String field(Hl7Segment segment, int place) {
        return switch (place) {
            case 0 -> segment.is("OBR") ? "OBR" : segment.raw(3);
            case 1 -> segment.raw(4);
            case 2 -> segment.raw(2);
            case 3 -> segment.has(5) ? "value" : "";
            case 4 -> segment.raw(17);
            case 5 -> segment.raw(20);
            default -> segment.raw(4).isEmpty() || segment.raw(4).indexOf('.') > 0 ? "" : segment.raw(14);
        };
    }
}
