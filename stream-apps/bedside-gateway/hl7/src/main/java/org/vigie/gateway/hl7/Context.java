package org.vigie.gateway.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What the segments read so far say of the rows that follow: who, where, when, by which device. */
final class Context {
    private final ZoneId zone;
    private final boolean isTest;
    private final Containment containment = new Containment();
    private String timeText = "";
    private Optional<Instant> timeRead = Optional.empty();
    private String patient = "";
    private String bed = "";
    /** Of the row before; empty before the first of an order. */
    private String path = "";

    private Segment obr;
    private Optional<Instant> observed = Optional.empty();
    private Optional<Instant> collected = Optional.empty();
    /** As in OUL^R22, where orders stand below their specimen; in ORU a specimen stands below its order. */
    private boolean specimenFirst;

    /** @param isTest nothing of the message is a patient's */
    Context(ZoneId zone, boolean isTest) {
        this.zone = zone;
        this.isTest = isTest;
    }

    boolean isTest() {
        return isTest;
    }

    /** A PID begins another patient. */
    void patient(Segment pid) {
        patient = Identity.patient(pid);
        bed = "";
    }

    void visit(Segment pv1) {
        bed = Place.bed(pv1, 3);
        if (patient.isEmpty()) {
            patient = pv1.get(19);
        }
    }

    /** OBR-7; of senders that leave it empty OBR-8, or OBR-14 (seen from Philips). */
    void order(Segment segment) {
        obr = segment;
        path = "";
        containment.beginObservation();
        observed = time(segment, 7)
                .or(() -> time(segment, 8))
                .or(() -> time(segment, 14))
                .or(() -> specimenFirst ? collected : Optional.empty());
    }

    /** SPM-17: when the specimen was taken, for an order that does not say. */
    void specimen(Segment spm) {
        specimenFirst |= obr == null;
        collected = time(spm, 17);
        observed = observed.or(() -> collected);
    }

    /** PRT as of 2.7: the device (PRT-10) and where it stands (PRT-9), of the row or the order before it. */
    void participant(Segment prt) {
        String device = Obx.device(prt, 10);
        if (device.isEmpty()) {
            return;
        }
        containment.put(path, Optional.empty(), device);
        if (bed.isEmpty()) {
            bed = Place.bed(prt, 9);
        }
    }

    /** ADT's observations have no order: EVN-6, else EVN-2. */
    void event(Segment evn) {
        observed = time(evn, 6).or(() -> time(evn, 2));
    }

    void bed(String name) {
        bed = name;
    }

    void part(Obx row) {
        path = row.path();
        containment.put(row.path(), time(row.segment(), 14), row.device());
    }

    /** A row's own time; without one its nearest ancestor's, then the order's. A time that cannot be read is none. */
    Optional<Instant> time(Obx row) {
        return row.segment().has(14)
                ? time(row.segment(), 14)
                : containment.time(row.path()).or(() -> observed);
    }

    String device(Obx row) {
        String own = row.device();
        return own.isEmpty() ? containment.device(row.path()) : own;
    }

    /** The rows of a monitor bear one time, mostly: it is read once. */
    private Optional<Instant> time(Segment segment, int field) {
        String text = segment.get(field);
        if (!text.equals(timeText)) {
            timeText = text;
            timeRead = Times.read(text, zone);
        }
        return timeRead;
    }

    Optional<Instant> observed() {
        return observed;
    }

    Optional<Segment> obr() {
        return Optional.ofNullable(obr);
    }

    String patient() {
        return patient;
    }

    String bed() {
        return bed;
    }
}
