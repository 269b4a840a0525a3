package org.vigie.gateway.hl7.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7TimeParser;
import org.vigie.gateway.hl7.message.Hl7Findings;
import org.vigie.gateway.hl7.message.Hl7PatientIdentity;
import org.vigie.gateway.hl7.message.Hl7PersonLocation;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.gateway.read.SenderClock;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;
import org.vigie.gateway.read.SentTime.UnreadableTime;

/** Reads the movements of an ADT message. MSH-9 decides the event: real messages have EVN-1 = A01 in an A02. */
public final class Hl7MovementReader {
    private final Hl7TimeParser times;
    private final Hl7Findings findings;

    private static final Set<String> OUTPATIENTS = Set.of("O", "R", "P");

    /**
     * Creates a reader for one message.
     *
     * @param findings collects the times that cannot be read
     */
    public Hl7MovementReader(SenderClock clock, Hl7Findings findings) {
        this.times = new Hl7TimeParser(clock);
        this.findings = findings;
    }

    /** Returns one movement; for a swap (A17) one for each of the two patients. */
    public List<PatientMovement> read(Er7Message message) {
        List<Hl7Segment> patients = message.all("PID");
        if (!message.event().equals("A17") || patients.size() < 2) {
            return List.of(read(message, message.first("PID"), message.first("PV1")));
        }
        List<PatientMovement> swapped = new ArrayList<>();
        for (Hl7Segment pid : patients.subList(0, 2)) {
            swapped.add(read(message, pid, message.after(pid, "PV1")));
        }
        return swapped;
    }

    private PatientMovement read(Er7Message message, Hl7Segment pid, Hl7Segment pv1) {
        Hl7Segment zbe = message.first("ZBE");
        String bed = Hl7PersonLocation.of(pv1, 3).bedName();
        MovementAction action = isOutpatient(message, pv1)
                ? MovementAction.REGISTER
                : Hl7MovementEvent.action(message.event(), zbe, !bed.isEmpty());
        return new PatientMovement(
                message.event(),
                action,
                new Hl7PatientIdentity(pid).patient(),
                visit(pv1),
                bed,
                Hl7PersonLocation.of(pv1, 6).bedName(),
                new Hl7PatientIdentity(message.first("MRG")).merged(),
                time(zbe, message.first("EVN"), pv1, action),
                readOrLeaveOut(pv1, 44).instant(),
                readOrLeaveOut(pv1, 45).instant(),
                zbe.get(1),
                new Hl7PatientIdentity(pid).person(),
                recordedAt(zbe, message.first("EVN"), pv1, action));
    }

    /**
     * Returns true when A04 registers a patient who is not admitted: outpatients, recurring patients and preadmissions (HL7 table 0004).
     * A04 is also used for emergencies.
     */
    private static boolean isOutpatient(Er7Message message, Hl7Segment pv1) {
        return message.event().equals("A04") && OUTPATIENTS.contains(pv1.word(2));
    }

    /** Returns the visit number: PV1-19, else PV1-50. PID-18 is not used, since an account can hold several visits. */
    private static String visit(Hl7Segment pv1) {
        return pv1.word(19).isEmpty() ? pv1.word(50) : pv1.word(19);
    }

    /**
     * Returns the time of the movement: ZBE-2, else EVN-6, else the time of admission or discharge, else the time of recording (EVN-2). The
     * first field that is filled decides. When it cannot be read, the movement has no time.
     */
    private Optional<Instant> time(Hl7Segment zbe, Hl7Segment evn, Hl7Segment pv1, MovementAction action) {
        SentTime own = isArrival(action)
                ? read(pv1, 44)
                : action == MovementAction.DISCHARGE ? read(pv1, 45) : AbsentTime.ABSENT;
        return Stream.of(readOrLeaveOut(zbe, 2), readOrLeaveOut(evn, 6), own, readOrLeaveOut(evn, 2))
                .filter(time -> !time.isAbsent())
                .findFirst()
                .flatMap(SentTime::instant);
    }

    /** Returns the time of recording (EVN-2) when the time of the movement is that of the admission to the hospital (PV1-44). */
    private Optional<Instant> recordedAt(Hl7Segment zbe, Hl7Segment evn, Hl7Segment pv1, MovementAction action) {
        boolean isOfHospital = isArrival(action)
                && read(zbe, 2).isAbsent()
                && read(evn, 6).isAbsent()
                && !read(pv1, 44).isAbsent();
        return isOfHospital ? read(evn, 2).instant() : Optional.empty();
    }

    private static boolean isArrival(MovementAction action) {
        return action == MovementAction.ADMIT || action == MovementAction.REGISTER;
    }

    /** Reads a time. A time that cannot be read is left out with its reason. */
    private SentTime readOrLeaveOut(Hl7Segment segment, int field) {
        SentTime time = read(segment, field);
        if (time instanceof UnreadableTime unreadableTime) {
            findings.add(new DroppedElement(
                    segment.name(), segment.name() + "-" + field, "", segment.raw(field), unreadableTime.reason()));
        }
        return time;
    }

    private SentTime read(Hl7Segment segment, int field) {
        return times.read(segment.word(field));
    }
}
