package org.vigie.gateway.hl7.message;

import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7TimeCache;
import org.vigie.gateway.read.SentTime;
import org.vigie.gateway.read.SentTime.AbsentTime;

/** Holds what an order (OBR) and its specimen (SPM) say about the rows below: their time and whether they are a laboratory's. */
final class Hl7OrderContext {
    /** Table 0074: laboratory, blood gases, chemistry, haematology. */
    private static final Set<String> LABORATORY = Set.of("LAB", "BG", "CH", "HM");

    private final Hl7TimeCache times;
    private Hl7Segment obr;
    private SentTime observed = AbsentTime.ABSENT;
    /** The field that {@link #observed} was read from: {@code OBR-7}. */
    private String observedField = "OBR-7";

    private SentTime collected = AbsentTime.ABSENT;
    /** True when orders stand below their specimen, as in OUL^R22. In ORU a specimen stands below its order. */
    private boolean specimenFirst;

    private boolean isLaboratory;

    Hl7OrderContext(Hl7TimeCache times) {
        this.times = times;
    }

    /** Begins an order. Its time is OBR-7, else OBR-8, else OBR-14 (as Philips sends it). */
    void begin(Hl7Segment segment) {
        obr = segment;
        isLaboratory = specimenFirst || LABORATORY.contains(segment.get(24)) || segment.has(15);
        observe(segment, 7, 8, 14);
        if (specimenFirst) {
            observeSpecimen();
        }
    }

    /** Reads SPM-17, the time of the specimen, for an order without a time. */
    void specimen(Hl7Segment spm) {
        specimenFirst |= obr == null;
        isLaboratory = true;
        collected = times.time(spm, 17);
        observeSpecimen();
    }

    private void observeSpecimen() {
        if (observed.isAbsent()) {
            observed = collected;
            observedField = "SPM-17";
        }
    }

    /** Reads the time from the first of these fields that is filled, even when it cannot be read. */
    void observe(Hl7Segment segment, int... fields) {
        observed = AbsentTime.ABSENT;
        for (int i = 0; i < fields.length && observed.isAbsent(); i++) {
            observed = times.time(segment, fields[i]);
            observedField = segment.name() + "-" + fields[i];
        }
    }

    Optional<Hl7Segment> obr() {
        return Optional.ofNullable(obr);
    }

    SentTime observed() {
        return observed;
    }

    String observedField() {
        return observedField;
    }

    /** Returns true when a specimen (SPM, OBR-15) or an order of a laboratory (OBR-24, table 0074) was sent. */
    boolean isLaboratory() {
        return isLaboratory;
    }
}
