package org.vigie.gateway.hl7;

import java.util.List;

/** Where a patient lies: HL7's person location (PL) as {@code unit/bed}. */
final class Hl7PersonLocation {
    /** As many parts has a bed that stands behind its unit, with the monitor's address behind both. */
    private static final int UNIT_AND_BED = 4;

    private Hl7PersonLocation() {}

    /**
     * A bed is told apart by its unit, its room where there is one, and its bed: {@code REA^^03} is {@code REA/03}, {@code
     * 4E^136^B} is {@code 4E/136-B}: bed B of another room is another bed. Some monitors write unit, bed and their own address as parts of the third component: {@code ^^ICU&01&0&0} is {@code ICU/01}, {@code ^^&10} is {@code 10}; of fewer parts the first is the bed. What
     * is missing is left out; nothing at all is empty. Escapes are taken back: the gateway's door makes a safe name of it.
     */
    static String bed(Hl7Segment segment, int field) {
        String location = segment.raw(field);
        if (location.isEmpty()) {
            return "";
        }
        List<String> parts = segment.parts(field, 3);
        boolean inOne = parts.size() >= UNIT_AND_BED && segment.get(field, 1).isEmpty();
        String unit = inOne ? parts.get(0) : segment.get(field, 1);
        String room = segment.get(field, 2);
        String bed = inOne || (parts.size() > 1 && parts.get(0).isEmpty()) ? parts.get(1) : parts.get(0);
        String inUnit = room.isEmpty() || room.equals(bed) ? bed : bed.isEmpty() ? room : room + "-" + bed;
        return unit.isEmpty() || inUnit.isEmpty() ? unit + inUnit : unit + "/" + inUnit;
    }
}
