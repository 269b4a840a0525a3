package org.vigie.gateway.hl7.message;

import java.util.Optional;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7TimeCache;
import org.vigie.gateway.hl7.obx.ContainmentTree;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.gateway.read.SenderClock;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;
import org.vigie.terminology.ValueOrigin;

/** Holds what the segments so far say about the rows that follow: patient, bed, time, device and origin. */
public final class Hl7MessageContext {
    private final Hl7TimeCache times;
    private final boolean isTest;
    private final ContainmentTree containment = new ContainmentTree();
    private String patient = "";
    private String bed = "";
    /** Path of the row before. Empty before the first row of an order. */
    private String path = "";

    private final Hl7OrderContext order;

    /**
     * Begins a message.
     *
     * @param isTest true when the message concerns no patient
     */
    public Hl7MessageContext(SenderClock clock, boolean isTest) {
        this.times = new Hl7TimeCache(clock.ofMeasurements());
        this.order = new Hl7OrderContext(times);
        this.isTest = isTest;
    }

    public boolean isTest() {
        return isTest;
    }

    /** Begins another patient. */
    public void patient(Hl7Segment pid) {
        patient = new Hl7PatientIdentity(pid).patient();
        bed = "";
    }

    public void visit(Hl7Segment pv1) {
        bed = Hl7PersonLocation.of(pv1, 3).bedName();
        if (patient.isEmpty()) {
            patient = pv1.word(19);
        }
    }

    public void order(Hl7Segment segment) {
        path = "";
        containment.beginObservation();
        order.begin(segment);
    }

    public void specimen(Hl7Segment spm) {
        order.specimen(spm);
    }

    /** Reads PRT (version 2.7): the device (PRT-10) and its place (PRT-9), of the row or the order before. */
    public void participant(Hl7Segment prt) {
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
    public void event(Hl7Segment evn) {
        order.observe(evn, 6, 2);
    }

    public void bed(String name) {
        bed = name;
    }

    public void part(ObxSegment row) {
        path = row.path();
        containment.put(row.path(), times.time(row.segment(), 14), row.device());
    }

    /**
     * Returns the time of a row: its own, else that of its nearest ancestor, else that of the order. A time that is filled and cannot be
     * read is not replaced by another.
     */
    public SentTime time(ObxSegment row) {
        SentTime own = times.time(row.segment(), 14);
        SentTime nearest = own.isAbsent() ? containment.time(row.path()) : own;
        return nearest.isAbsent() ? order.observed() : nearest;
    }

    /** Returns the field that {@link #time(ObxSegment)} was read from. */
    public String timeField(ObxSegment row) {
        boolean isOrders = times.time(row.segment(), 14).isAbsent()
                && containment.time(row.path()).isAbsent()
                && !order.observed().isAbsent();
        return isOrders ? order.observedField() : "OBX-14";
    }

    public String device(ObxSegment row) {
        String own = row.device();
        return own.isEmpty() ? containment.device(row.path()) : own;
    }

    /**
     * Returns the origin of a row. A specimen (SPM, OBR-15) or an order of a laboratory (OBR-24, table 0074) means laboratory. A row with a
     * containment path (OBX-4) is a monitor's.
     */
    public ValueOrigin origin(ObxSegment row) {
        if (order.isLaboratory()) {
            return ValueOrigin.LABORATORY;
        }
        return row.path().indexOf('.') > 0 ? ValueOrigin.BEDSIDE : ValueOrigin.UNKNOWN;
    }

    public SentTime observed() {
        return order.observed();
    }

    public Optional<Hl7Segment> obr() {
        return order.obr();
    }

    public String patient() {
        return patient;
    }

    public String bed() {
        return bed;
    }
}
