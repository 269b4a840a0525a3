package org.vigie.gateway.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.hl7.alert.Hl7AlertReader;
import org.vigie.gateway.hl7.channel.Hl7ChannelNames;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.message.Hl7Findings;
import org.vigie.gateway.hl7.message.Hl7MessageContext;
import org.vigie.gateway.hl7.observation.Hl7ObservationReader;
import org.vigie.gateway.hl7.observation.PumpEventRows;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.DropReason;

/** Reads the rows of one message, segment by segment: each is an observation, part of an alert, or left out. */
final class Hl7RowReader {
    /** The code of a row that holds the number of the bed, as Mindray's monitors send it. */
    private static final String BED_ROW = "2308";

    private final Er7Message message;
    private final Hl7MessageContext context;
    private final Hl7Findings findings;
    private final Hl7ObservationReader observations;
    private final List<ObxSegment> alert = new ArrayList<>();

    Hl7RowReader(Er7Message message, CodeMap codes, Hl7MessageContext context, Hl7Findings findings) {
        this.message = message;
        this.context = context;
        this.findings = findings;
        this.observations =
                new Hl7ObservationReader(codes, message, Hl7ChannelNames.of(message, codes), context, findings);
    }

    void read() {
        boolean isAlert = isAlarm(message);
        int number = 0;
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("OBX")) {
                read(new ObxSegment(segment, ++number), isAlert);
            } else {
                begin(segment);
            }
        }
        endAlert();
    }

    private void read(ObxSegment row, boolean isAlert) {
        context.part(row);
        if (isAlert) {
            alert.add(row);
        } else if (PumpEventRows.isEvent(message, row)) {
            findings.add(row.dropped(3, DropReason.PUMP_EVENT).withReadings(row.repetitions()));
        } else if (isAlarmRow(message, row, context.obr())) {
            new Hl7AlertReader(context, findings).readAlone(row);
        } else {
            readBed(row);
            observations.read(row);
        }
    }

    private void readBed(ObxSegment row) {
        if (row.segment().get(3).equals(BED_ROW) && context.bed().isEmpty() && !row.isEmpty()) {
            context.bed(row.segment().get(5));
        }
    }

    private void endAlert() {
        if (!alert.isEmpty()) {
            new Hl7AlertReader(context, findings).read(alert);
            alert.clear();
        }
    }

    /** Returns true when all rows of the message describe one alarm. */
    static boolean isAlarm(Er7Message message) {
        return message.type().equals("ORU") && message.event().equals("R40");
    }

    /** Returns true when a row among measurements is an alarm. */
    static boolean isAlarmRow(Er7Message message, ObxSegment row, Optional<Hl7Segment> order) {
        boolean isText = row.type().equals("TX") || row.type().equals("ST");
        boolean isOfAlarmOrder =
                isText && order.filter(Hl7RowReader::isAlarmOrder).isPresent();
        return !row.isEmpty() && (row.isEvent() || isOfAlarmOrder) && !PumpEventRows.isEvent(message, row);
    }

    private static boolean isAlarmOrder(Hl7Segment obr) {
        return obr.get(4, 1).equalsIgnoreCase("ALARM") || obr.get(4, 2).equalsIgnoreCase("ALARM");
    }

    /** Reads what the following rows inherit from a segment. */
    private void begin(Hl7Segment segment) {
        switch (segment.name()) {
            case "EVN" -> context.event(segment);
            case "PID" -> beginPatient(segment);
            case "PV1" -> context.visit(segment);
            case "OBR" -> beginOrder(segment);
            case "SPM" -> context.specimen(segment);
            case "PRT" -> context.participant(segment);
            default -> {
                // Other segments hold nothing that a measurement inherits.
            }
        }
    }

    private void beginPatient(Hl7Segment pid) {
        endAlert();
        context.patient(pid);
    }

    private void beginOrder(Hl7Segment obr) {
        endAlert();
        observations.beginOrder();
        context.order(obr);
    }
}
