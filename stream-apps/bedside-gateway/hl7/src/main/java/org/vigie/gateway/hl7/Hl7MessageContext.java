package org.vigie.gateway.hl7;

import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.codes.ValueOrigin;
import org.vigie.gateway.read.SenderClock;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;

/** What the segments read so far say of the rows that follow: who, where, when, by which device. */
final class Hl7MessageContext {
    /** Table 0074: laboratory, blood gases, chemistry, haematology. */
    private static final Set<String> LABORATORY = Set.of("LAB", "BG", "CH", "HM");

    private final SenderClock clock;
    private final boolean isTest;
    private final ContainmentTree containment = new ContainmentTree();
    private String timeText = "";
    private SentTime timeRead = AbsentTime.ABSENT;
    private String patient = "";
    private String bed = "";
    /** Of the row before; empty before the first of an order. */
    private String path = "";

    private Hl7Segment obr;
    private SentTime observed = AbsentTime.ABSENT;
    /** Where {@link #observed} stands: {@code OBR-7}. */
    private String observedField = "OBR-7";

    private SentTime collected = AbsentTime.ABSENT;
    /** As in OUL^R22, where orders stand below their specimen; in ORU a specimen stands below its order. */
    private boolean specimenFirst;

    private boolean isLaboratory;

    /** @param isTest nothing of the message is a patient's */
    Hl7MessageContext(SenderClock clock, boolean isTest) {
        this.clock = clock;
        this.isTest = isTest;
    }

    boolean isTest() {
        return isTest;
    }

    /** A PID begins another patient. */
    void patient(Hl7Segment pid) {
        patient = Hl7PatientIdentity.patient(pid);
        bed = "";
    }

    void visit(Hl7Segment pv1) {
        bed = Hl7PersonLocation.bed(pv1, 3);
        if (patient.isEmpty()) {
            patient = pv1.word(19);
        }
    }

    /** OBR-7; of senders that leave it empty OBR-8, or OBR-14 (seen from Philips). */
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

    /** SPM-17: when the specimen was taken, for an order that does not say. */
    void specimen(Hl7Segment spm) {
        specimenFirst |= obr == null;
        isLaboratory = true;
        collected = time(spm, 17);
        if (observed.isAbsent()) {
            observed = collected;
            observedField = "SPM-17";
        }
    }

    /** The first of these fields that is filled decides, also when it cannot be read. */
    private void observe(Hl7Segment segment, int... fields) {
        observed = AbsentTime.ABSENT;
        for (int i = 0; i < fields.length && observed.isAbsent(); i++) {
            observed = time(segment, fields[i]);
            observedField = segment.name() + "-" + fields[i];
        }
    }

    /** PRT as of 2.7: the device (PRT-10) and where it stands (PRT-9), of the row or the order before it. */
    void participant(Hl7Segment prt) {
        String device = ObxSegment.device(prt, 10);
        if (device.isEmpty()) {
            return;
        }
        containment.put(path, AbsentTime.ABSENT, device);
        if (bed.isEmpty()) {
            bed = Hl7PersonLocation.bed(prt, 9);
        }
    }

    /** ADT's observations have no order: EVN-6, else EVN-2. */
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

    /** A row's own time; without one its nearest ancestor's, then the order's. One that cannot be read gives way to no other. */
    SentTime time(ObxSegment row) {
        SentTime own = time(row.segment(), 14);
        SentTime nearest = own.isAbsent() ? containment.time(row.path()) : own;
        return nearest.isAbsent() ? observed : nearest;
    }

    /** The field that {@link #time(Obx)} was read from: a row's or its ancestor's, else the order's. */
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

    /** The rows of a monitor bear one time, mostly: it is read once. */
    private SentTime time(Hl7Segment segment, int field) {
        String text = segment.word(field);
        if (!text.equals(timeText)) {
            timeText = text;
            timeRead = Hl7TimeParser.read(text, clock);
        }
        return timeRead;
    }

    /** A specimen (SPM, OBR-15), or an order of a laboratory (OBR-24, table 0074); a row with IHE's containment (OBX-4) is a monitor's. */
    ValueOrigin origin(ObxSegment row) {
        if (isLaboratory) {
            return ValueOrigin.LABORATORY;
        }
        return row.path().indexOf('.') > 0 ? ValueOrigin.BEDSIDE : ValueOrigin.UNSAID;
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
