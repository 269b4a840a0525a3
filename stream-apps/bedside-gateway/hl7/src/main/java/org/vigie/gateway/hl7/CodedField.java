package org.vigie.gateway.hl7;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.Units;

/**
 * A coded field: a code and often alternative ones. A field that was read before is not read again: monitors send few, each of them
 * every second. Safe for use by many threads, since what is held is immutable.
 */
record CodedField(String raw, Delimiters delimiters, List<Code> codes) {
    private static final CodedField[] HELD = new CodedField[1 << 11];
    private static final CodedField[] HELD_UNITS = new CodedField[1 << 10];

    /** Of the first repetition. */
    static List<Code> read(Segment segment, int field) {
        return read(segment, field, HELD);
    }

    /** Every word for the unit on its own, of all repetitions: they must agree. */
    static List<Code> units(Segment segment, int field) {
        return read(segment, field, HELD_UNITS);
    }

    private static List<Code> read(Segment segment, int field, CodedField[] holder) {
        String raw = segment.raw(field);
        if (raw.isEmpty()) {
            return List.of();
        }
        int slot = Repeated.slot(raw.hashCode(), holder.length);
        CodedField held = holder[slot];
        if (held == null || !held.isOf(raw, segment.delimiters())) {
            List<Code> codes = holder == HELD_UNITS
                    ? allUnits(segment, field)
                    : codes(segment, segment.repetitions(field).get(0));
            held = new CodedField(raw, segment.delimiters(), codes);
            holder[slot] = held;
        }
        return held.codes;
    }

    private boolean isOf(String other, Delimiters its) {
        return raw.equals(other) && delimiters.equals(its);
    }

    private static List<Code> allUnits(Segment segment, int field) {
        List<Code> units = new ArrayList<>(3);
        segment.repetitions(field).forEach(repetition -> units.addAll(codes(segment, repetition)));
        return Units.apart(units);
    }

    private static List<Code> codes(Segment segment, String repetition) {
        List<String> parts = segment.components(repetition);
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
