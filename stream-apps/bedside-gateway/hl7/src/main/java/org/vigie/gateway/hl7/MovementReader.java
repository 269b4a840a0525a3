package org.vigie.gateway.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Movement.Action;

/** An ADT message as a movement, or two. What it does is MSH-9's to say: real messages have EVN-1 = A01 inside an A02. */
final class MovementReader {
    private MovementReader() {}

    /** One; of a swap (A17) one for each of the two patients. */
    static List<Movement> read(Er7 message, ZoneId zone) {
        List<Segment> patients = message.all("PID");
        if (!message.event().equals("A17") || patients.size() < 2) {
            return List.of(read(message, message.first("PID"), message.first("PV1"), zone));
        }
        List<Movement> swapped = new ArrayList<>();
        for (Segment pid : patients.subList(0, 2)) {
            swapped.add(read(message, pid, message.after(pid, "PV1"), zone));
        }
        return swapped;
    }

    private static Movement read(Er7 message, Segment pid, Segment pv1, ZoneId zone) {
        Segment zbe = message.first("ZBE");
        Action action = action(message.event(), zbe);
        return new Movement(
                message.event(),
                action,
                Identity.patient(pid),
                visit(pid, pv1),
                Place.bed(pv1, 3),
                Place.bed(pv1, 6),
                Identity.merged(message.first("MRG")),
                time(message, pv1, zone, action),
                Times.read(pv1.get(44), zone),
                Times.read(pv1.get(45), zone),
                zbe.get(1),
                Identity.person(pid));
    }

    private static String visit(Segment pid, Segment pv1) {
        return pv1.get(19).isEmpty() ? pid.get(18) : pv1.get(19);
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
            case ADMIT -> Action.CANCEL_ADMIT;
            case TRANSFER -> Action.CANCEL_TRANSFER;
            case DISCHARGE -> Action.CANCEL_DISCHARGE;
            default -> action;
        };
    }

    /** When it happened: ZBE-2, EVN-6, the admission's or discharge's own time, else when it was recorded (EVN-2). */
    private static Optional<Instant> time(Er7 message, Segment pv1, ZoneId zone, Action action) {
        Segment evn = message.first("EVN");
        return Times.read(message.first("ZBE").get(2), zone)
                .or(() -> Times.read(evn.get(6), zone))
                .or(() -> action == Action.ADMIT ? Times.read(pv1.get(44), zone) : Optional.empty())
                .or(() -> action == Action.DISCHARGE ? Times.read(pv1.get(45), zone) : Optional.empty())
                .or(() -> Times.read(evn.get(2), zone));
    }
}
