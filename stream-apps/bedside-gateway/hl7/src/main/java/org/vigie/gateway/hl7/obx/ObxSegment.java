package org.vigie.gateway.hl7.obx;

import java.util.List;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7CodedField;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.ObservationIdentifiers;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/** Represents an OBX segment with the facts that it states itself, without the segments above it. */
public final class ObxSegment {
    private final Hl7Segment segment;
    private final int number;
    private final List<SentCode> codes;

    /**
     * Creates the row.
     *
     * @param number its number, counted from 1 within the message
     */
    public ObxSegment(Hl7Segment segment, int number) {
        this.segment = segment;
        this.number = number;
        this.codes = Hl7CodedField.read(segment, 3);
    }

    public Hl7Segment segment() {
        return segment;
    }

    /** Returns the number of the row, counted from 1 within the message. */
    public int number() {
        return number;
    }

    public List<SentCode> codes() {
        return codes;
    }

    public List<SentCode> units() {
        return Hl7CodedField.units(segment, 6);
    }

    /** Returns the observation instance identifier (OBX-21), which few senders give. */
    public ObservationIdentifiers statement() {
        return segment.has(21)
                ? new ObservationIdentifiers(List.of("OBX-21|" + segment.get(21)), false)
                : ObservationIdentifiers.UNNAMED;
    }

    public String path() {
        return segment.get(4);
    }

    public String type() {
        return segment.word(2);
    }

    public boolean isEmpty() {
        return !segment.has(5);
    }

    /** Returns true when the row describes a monitor, a module or a channel. Such a row has no value. */
    public boolean isDevice() {
        boolean typed = !type().isEmpty() && !type().equals("ST");
        return isEmpty() && !typed && (MdcPartition.OBJECTS.holdsAny(codes, "MDC_DEV") || path().endsWith(".0"));
    }

    public boolean isEvent() {
        for (SentCode code : codes) {
            if (code.system().equals("MDIL-ALERT")) {
                return true;
            }
        }
        return MdcPartition.EVENTS.holdsAny(codes, "MDC_EVT");
    }

    /** Returns true when the row describes another row. The numbers of MDC's attributes are among those of objects. */
    public boolean isAttribute() {
        return MdcPartition.OBJECTS.holdsAny(codes, "MDC_ATTR") || ContainmentTree.depth(path()) > 4;
    }

    /** Returns true when OBX-17 marks a value that was set and not measured. */
    public boolean isSetting() {
        return ObxMethod.isSetting(segment);
    }

    /** Returns the device of OBX-18. */
    public String device() {
        return device(segment, 18);
    }

    /** Returns the id of the first identifier, else its universal id, else its namespace. */
    public static String device(Hl7Segment segment, int field) {
        String id = segment.get(field, 1);
        return !id.isEmpty() ? id : !segment.get(field, 3).isEmpty() ? segment.get(field, 3) : segment.get(field, 2);
    }

    public String words() {
        return ValueInterpreter.displayText(codes);
    }

    /** Returns the number of values in OBX-5. An empty OBX-5 counts as one. */
    public int repetitions() {
        return Math.max(1, segment.repetitions(5).size());
    }

    public DroppedElement dropped(int field, DropReason reason) {
        return dropped("OBX-" + field, reason);
    }

    /**
     * Leaves the row out.
     *
     * @param field the field that the reason concerns; it can be the order's
     */
    public DroppedElement dropped(String field, DropReason reason) {
        return new DroppedElement("OBX[" + number + "]", field, words(), segment.raw(5), reason, segment.raw(6))
                .withReadings(1);
    }
}
