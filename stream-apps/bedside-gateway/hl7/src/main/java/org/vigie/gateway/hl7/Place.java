package org.vigie.gateway.hl7;

/** Where a patient lies: HL7's person location (PL) as {@code unit/bed}. */
final class Place {
    private Place() {}

    /**
     * A bed is told apart by its unit, its room where there is one, and its bed: {@code REA^^03} is {@code REA/03}, {@code
     * 4E^136^B} is {@code 4E/136-B}: bed B of another room is another bed. What is missing is left out; nothing at all is empty.
     */
    static String bed(Segment segment, int field) {
        String location = segment.raw(field);
        if (location.isEmpty()) {
            return "";
        }
        String unit = segment.get(field, 1);
        String room = segment.get(field, 2);
        String bed = segment.get(field, 3);
        String inUnit = room.isEmpty() || room.equals(bed) ? bed : bed.isEmpty() ? room : room + "-" + bed;
        return unit.isEmpty() || inUnit.isEmpty() ? unit + inUnit : unit + "/" + inUnit;
    }
}
