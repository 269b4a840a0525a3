package org.vigie.gateway.hl7;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.codes.Code;

/**
 * A coded field: a code and often alternative ones. A field that was read before is not read again: monitors send few, each of them
 * every second. Safe for use by many threads, since what is held is immutable.
 */
record CodedField(String raw, Delimiters delimiters, List<Code> codes) {
    private static final CodedField[] HELD = new CodedField[1 << 11];

    static List<Code> read(Segment segment, int field) {
        String raw = segment.raw(field);
        if (raw.isEmpty()) {
            return List.of();
        }
        int slot = Repeated.slot(raw.hashCode(), HELD.length);
        CodedField held = HELD[slot];
        if (held == null || !held.isOf(raw, segment.delimiters())) {
            held = new CodedField(raw, segment.delimiters(), codes(segment, field));
            HELD[slot] = held;
        }
        return held.codes;
    }

    private boolean isOf(String other, Delimiters its) {
        return raw.equals(other) && delimiters.equals(its);
    }

    private static List<Code> codes(Segment segment, int field) {
        List<String> parts = segment.components(segment.repetitions(field).get(0));
        List<Code> codes = new ArrayList<>(3);
        for (int from : new int[] {0, 3, 9}) {
            Code code = new Code(part(parts, from + 2), part(parts, from), part(parts, from + 1));
            if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    private static String part(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }
}
