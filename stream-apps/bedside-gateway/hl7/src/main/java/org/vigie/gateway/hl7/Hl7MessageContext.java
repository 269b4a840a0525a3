package org.vigie.gateway.hl7;

import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.read.SenderClock;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;
import org.vigie.terminology.ValueOrigin;

/** Holds what the segments so far say about the rows that follow: patient, bed, time, device and origin. */
final class Hl7MessageContext {
    /** Table 0074: laboratory, blood gases, chemistry, haematology. */
    private static final Set<String> LABORATORY = Set.of("LAB", "BG", "CH", "HM");

    private final Hl7TimeParser times;
    private final boolean isTest;
    private final ContainmentTree containment = new ContainmentTree();
    private String timeText = "";
    private SentTime timeRead = AbsentTime.ABSENT;
    private String patient = "";
    private String bed = "";
    /** Path of the row before. Empty before the first row of an order. */
    private String path = "";

    private Hl7Segment obr;
    private SentTime observed = AbsentTime.ABSENT;
    /** The field that {@link #observed} was read from: {@code OBR-7}. */
    private String observedField = "OBR-7";

    private SentTime collected = AbsentTime.ABSENT;
    /** True when orders stand below their specimen, as in OUL^R22. In ORU a specimen stands below its order. */
    private boolean specimenFirst;

    private boolean isLaboratory;

    /**
     * Begins a message.
     *
     * @param isTest true when the message concerns no patient
     */
    Hl7MessageContext(SenderClock clock, boolean isTest) {
        this.times = new Hl7TimeParser(clock);
        this.isTest = isTest;
    }

    boolean isTest() {
        return isTest;
    }

    /** Begins another patient. */
    void patient(Hl7Segment pid) {
        patient = new Hl7PatientIdentity(pid).patient();
        bed = "";
    }

    void visit(Hl7Segment pv1) {
        bed = Hl7PersonLocation.of(pv1, 3).bedName();
        if (patient.isEmpty()) {
            patient = pv1.word(19);
        }
    }

    /** Begins an order. Its time is OBR-7, else OBR-8, else OBR-14 (as Philips sends it). */
    void order(Hl7Segment segment) {
        obr = segment;
        path = "";
        isLaboratory = specimenFirst || LABORATORY.contains(segment.get(24)) || segment.has(15);
        containment.beginObservation();
        observe(segment, 7, 8, 14);
        if (observed.isAbsent() && specimenFirst) {
            observed = collected;
            observedField = "SPM-17";
        }
    }

    /** Reads SPM-17, the time of the specimen, for an order without a time. */
    void specimen(Hl7Segment spm) {
        specimenFirst |= obr == null;
        isLaboratory = true;
        collected = time(spm, 17);
        if (observed.isAbsent()) {
            observed = collected;
            observedField = "SPM-17";
        }
    }

    /** Reads the time from the first of these fields that is filled, even when it cannot be read. */
    private void observe(Hl7Segment segment, int... fields) {
        observed = AbsentTime.ABSENT;
        for (int i = 0; i < fields.length && observed.isAbsent(); i++) {
            observed = time(segment, fields[i]);
            observedField = segment.name() + "-" + fields[i];
        }
    }

    /** Reads PRT (version 2.7): the device (PRT-10) and its place (PRT-9), of the row or the order before. */
    void participant(Hl7Segment prt) {
        String device = ObxSegment.device(prt, 10);
        if (device.isEmpty()) {
            return;
        }
        containment.put(path, AbsentTime.ABSENT, device);
        if (bed.isEmpty()) {
            bed = Hl7PersonLocation.of(prt, 9).bedName();
        }
    }

    /** Reads the time of observations in ADT, which have no order: EVN-6, else EVN-2. */
    void event(Hl7Segment evn) {
        observe(evn, 6, 2);
    }

    void bed(String name) {
        bed = name;
    }

    void part(ObxSegment row) {
        path = row.path();
        containment.put(row.path(), time(row.segment(), 14), row.device());
    }

    /**
     * Returns the time of a row: its own, else that of its nearest ancestor, else that of the order. A time that is filled and cannot be
     * read is not replaced by another.
     */
    SentTime time(ObxSegment row) {
        SentTime own = time(row.segment(), 14);
        SentTime nearest = own.isAbsent() ? containment.time(row.path()) : own;
        return nearest.isAbsent() ? observed : nearest;
    }

    /** Returns the field that {@link #time(ObxSegment)} was read from. */
    String timeField(ObxSegment row) {
        boolean isOrders = time(row.segment(), 14).isAbsent()
                && containment.time(row.path()).isAbsent()
                && !observed.isAbsent();
        return isOrders ? observedField : "OBX-14";
    }

    String device(ObxSegment row) {
        String own = row.device();
        return own.isEmpty() ? containment.device(row.path()) : own;
    }

    /** Reads a time. The rows of a monitor mostly have the same time, which is parsed once. */
    private SentTime time(Hl7Segment segment, int field) {
        String text = segment.word(field);
        if (!text.equals(timeText)) {
            timeText = text;
            timeRead = times.read(text);
        }
        return timeRead;
    }

    /**
     * Returns the origin of a row. A specimen (SPM, OBR-15) or an order of a laboratory (OBR-24, table 0074) means laboratory. A row with a
     * containment path (OBX-4) is a monitor's.
     */
    ValueOrigin origin(ObxSegment row) {
        if (isLaboratory) {
            return ValueOrigin.LABORATORY;
        }
        return row.path().indexOf('.') > 0 ? ValueOrigin.BEDSIDE : ValueOrigin.UNKNOWN;
    }

    SentTime observed() {
        return observed;
    }

    Optional<Hl7Segment> obr() {
        return Optional.ofNullable(obr);
    }

    String patient() {
        return patient;
    }

    String bed() {
        return bed;
    }
}
