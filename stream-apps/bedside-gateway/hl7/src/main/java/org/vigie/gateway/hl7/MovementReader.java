package org.vigie.gateway.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Movement.Action;
import org.vigie.gateway.codes.SenderClock;
import org.vigie.gateway.codes.SentTime;
import org.vigie.gateway.codes.SentTime.Absent;
import org.vigie.gateway.codes.SentTime.Unreadable;

/** An ADT message as a movement, or two. What it does is MSH-9's to say: real messages have EVN-1 = A01 inside an A02. */
final class MovementReader {
    private final SenderClock clock;
    private final Findings findings;

    private static final Set<String> OUTPATIENTS = Set.of("O", "R", "P");

    /** @param findings takes the times that cannot be read */
    MovementReader(SenderClock clock, Findings findings) {
        this.clock = clock;
        this.findings = findings;
    }

    /** One; of a swap (A17) one for each of the two patients. */
    List<Movement> read(Er7 message) {
        List<Segment> patients = message.all("PID");
        if (!message.event().equals("A17") || patients.size() < 2) {
            return List.of(read(message, message.first("PID"), message.first("PV1")));
        }
        List<Movement> swapped = new ArrayList<>();
        for (Segment pid : patients.subList(0, 2)) {
            swapped.add(read(message, pid, message.after(pid, "PV1")));
        }
        return swapped;
    }

    private Movement read(Er7 message, Segment pid, Segment pv1) {
        Segment zbe = message.first("ZBE");
        Action action = isOutpatient(message, pv1) ? Action.REGISTER : action(message.event(), zbe);
        return new Movement(
                message.event(),
                action,
                Identity.patient(pid),
                visit(pv1),
                Place.bed(pv1, 3),
                Place.bed(pv1, 6),
                Identity.merged(message.first("MRG")),
                time(zbe, message.first("EVN"), pv1, action),
                said(pv1, 44).instant(),
                said(pv1, 45).instant(),
                zbe.get(1),
                Identity.person(pid));
    }

    /** A04 registers those who are not admitted: outpatients, recurring patients and who comes later (HL7 table 0004), beside emergencies. */
    private static boolean isOutpatient(Er7 message, Segment pv1) {
        return message.event().equals("A04") && OUTPATIENTS.contains(pv1.word(2));
    }

    /** PV1-19, else the alternate one. PID-18 is no visit's: an account may hold several. */
    private static String visit(Segment pv1) {
        return pv1.word(19).isEmpty() ? pv1.word(50) : pv1.word(19);
    }

    /** France (PAM.fr): ZBE-4 may cancel the movement of any event; Z99 changes one. */
    private static Action action(String event, Segment zbe) {
        Action action = action(event);
        return switch (zbe.get(4)) {
            case "CANCEL" -> cancelled(action);
            case "UPDATE" -> action == Action.MERGE ? action : Action.UPDATE;
            default -> action;
        };
    }

    private static Action action(String event) {
        return switch (event) {
            case "A01", "A04" -> Action.ADMIT;
            case "A02", "A17" -> Action.TRANSFER;
            case "A03" -> Action.DISCHARGE;
            case "A06", "A07", "A08", "A28", "A31", "Z99" -> Action.UPDATE;
            case "A11" -> Action.CANCEL_ADMIT;
            case "A12" -> Action.CANCEL_TRANSFER;
            case "A13" -> Action.CANCEL_DISCHARGE;
            case "A18", "A34", "A35", "A36", "A39", "A40", "A41" -> Action.MERGE;
            default -> Action.NONE;
        };
    }

    private static Action cancelled(Action action) {
        return switch (action) {
            case ADMIT, REGISTER -> Action.CANCEL_ADMIT;
            case TRANSFER -> Action.CANCEL_TRANSFER;
            case DISCHARGE -> Action.CANCEL_DISCHARGE;
            default -> action;
        };
    }

    /**
     * When it happened: ZBE-2, EVN-6, the admission's or discharge's own time, else when it was recorded (EVN-2). The first that is
     * filled decides; where it cannot be read, the movement has no time.
     */
    private Optional<Instant> time(Segment zbe, Segment evn, Segment pv1, Action action) {
        SentTime own = isArrival(action) ? read(pv1, 44) : action == Action.DISCHARGE ? read(pv1, 45) : Absent.ABSENT;
        return Stream.of(said(zbe, 2), said(evn, 6), own, said(evn, 2))
                .filter(time -> !time.isAbsent())
                .findFirst()
                .flatMap(SentTime::instant);
    }

    private static boolean isArrival(Action action) {
        return action == Action.ADMIT || action == Action.REGISTER;
    }

    /** One that cannot be read is left out, and said. */
    private SentTime said(Segment segment, int field) {
        SentTime time = read(segment, field);
        if (time instanceof Unreadable unreadable) {
            findings.add(new Dropped(
                    segment.name(), segment.name() + "-" + field, "", segment.raw(field), unreadable.reason()));
        }
        return time;
    }

    private SentTime read(Segment segment, int field) {
        return Times.read(segment.word(field), clock);
    }
}
