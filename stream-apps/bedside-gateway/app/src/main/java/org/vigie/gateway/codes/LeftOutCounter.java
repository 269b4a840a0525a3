package org.vigie.gateway.codes;

import java.time.Instant;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.schemas.bed.BedName;
import org.vigie.terminology.DropReason;

/** Counts the elements that the reader of a delivery left out, and reports their codes to the inbox of unmapped codes. */
public final class LeftOutCounter {
    private final UnmappedCodeInbox unmapped;
    private final GatewayCounters counters;

    public LeftOutCounter(UnmappedCodeInbox unmapped, GatewayCounters counters) {
        this.unmapped = unmapped;
        this.counters = counters;
    }

    public void count(IntakeDelivery delivery, Instant now) {
        delivery.dropped().forEach(left -> unmapped.count(delivery.sender(), left, now));
        counters.add("dropped", delivery.dropped().size());
        delivery.observations().stream()
                .map(MeasuredValue::bed)
                .filter(BedName::isUnknown)
                .distinct()
                .map(LeftOutCounter::unknownBed)
                .forEach(left -> unmapped.count(delivery.sender(), left, now));
    }

    /** The values of an unknown bed are published. The inbox lists the bed, so that the unit can add it to its list. */
    private static DroppedElement unknownBed(String bed) {
        return new DroppedElement("", "bed", bed + "^unknown bed^bed", "", DropReason.UNKNOWN_BED);
    }
}
