package org.vigie.gateway.hl7.message;

import java.util.List;
import org.vigie.gateway.hl7.er7.Hl7Segment;

/**
 * Describes the location of a patient, HL7's data type PL. A missing part is empty.
 *
 * <p>Some monitors write unit, bed and their own address as sub-components of the third component: {@code ^^ICU&01&0&0} is bed 01 of unit
 * ICU, {@code ^^&10} is bed 10. With fewer sub-components the first is the bed.
 */
public record Hl7PersonLocation(String unit, String room, String bed) {
    private static final Hl7PersonLocation EMPTY = new Hl7PersonLocation("", "", "");

    /** The number of sub-components of a bed that stands behind its unit, with the monitor's address behind both. */
    private static final int UNIT_AND_BED = 4;

    public static Hl7PersonLocation of(Hl7Segment segment, int field) {
        if (segment.raw(field).isEmpty()) {
            return EMPTY;
        }
        List<String> parts = segment.parts(field, 3);
        boolean isInOne = parts.size() >= UNIT_AND_BED && segment.get(field, 1).isEmpty();
        String unit = isInOne ? parts.get(0) : segment.get(field, 1);
        String bed = isInOne || (parts.size() > 1 && parts.get(0).isEmpty()) ? parts.get(1) : parts.get(0);
        return new Hl7PersonLocation(unit, segment.get(field, 2), bed);
    }

    /**
     * Returns the bed with its unit, and with its room when there is one: {@code REA^^03} is {@code REA/03}, {@code 4E^136^B} is {@code
     * 4E/136-B}. Empty when no part is filled. The gateway makes a safe name of it later.
     */
    public String bedName() {
        String inUnit = room.isEmpty() || room.equals(bed) ? bed : bed.isEmpty() ? room : room + "-" + bed;
        return unit.isEmpty() || inUnit.isEmpty() ? unit + inUnit : unit + "/" + inUnit;
    }
}
