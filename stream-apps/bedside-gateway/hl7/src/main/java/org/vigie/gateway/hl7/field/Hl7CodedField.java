package org.vigie.gateway.hl7.field;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.hl7.er7.FieldTextCache;
import org.vigie.gateway.hl7.er7.Hl7Delimiters;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.SentUnitConversions;

/**
 * Holds a coded field: a code and often alternative codes. Fields that were read before are cached, since monitors send the same ones every
 * second. Safe for use by many threads, since cached values are immutable.
 */
public record Hl7CodedField(String raw, Hl7Delimiters delimiters, List<SentCode> codes) {
    private static final Hl7CodedField[] HELD = new Hl7CodedField[1 << 11];
    private static final Hl7CodedField[] HELD_UNITS = new Hl7CodedField[1 << 10];

    /** Returns the codes of the first repetition. */
    public static List<SentCode> read(Hl7Segment segment, int field) {
        return read(segment, field, HELD);
    }

    /** Returns every word for the unit, of all repetitions. All of them must agree. */
    public static List<SentCode> units(Hl7Segment segment, int field) {
        return read(segment, field, HELD_UNITS);
    }

    /** Returns the codes of one repetition of a coded answer. */
    public static List<SentCode> answers(Hl7Segment segment, String repetition) {
        return codes(segment, repetition);
    }

    private static List<SentCode> read(Hl7Segment segment, int field, Hl7CodedField[] holder) {
        String raw = segment.raw(field);
        if (raw.isEmpty()) {
            return List.of();
        }
        int slot = FieldTextCache.slot(raw.hashCode(), holder.length);
        Hl7CodedField held = holder[slot];
        if (held == null || !held.isOf(raw, segment.delimiters())) {
            List<SentCode> codes = holder == HELD_UNITS
                    ? allUnits(segment, field)
                    : codes(segment, segment.repetitions(field).get(0));
            held = new Hl7CodedField(raw, segment.delimiters(), codes);
            holder[slot] = held;
        }
        return held.codes;
    }

    private boolean isOf(String other, Hl7Delimiters its) {
        return raw.equals(other) && delimiters.equals(its);
    }

    private static List<SentCode> allUnits(Hl7Segment segment, int field) {
        List<SentCode> units = new ArrayList<>(3);
        segment.repetitions(field).forEach(repetition -> units.addAll(codes(segment, repetition)));
        return SentUnitConversions.separateWords(units);
    }

    private static List<SentCode> codes(Hl7Segment segment, String repetition) {
        List<String> parts = segment.components(repetition);
        List<SentCode> codes = new ArrayList<>(3);
        for (int from : new int[] {0, 3, 9}) {
            SentCode code = new SentCode(part(parts, from + 2), part(parts, from), part(parts, from + 1));
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
