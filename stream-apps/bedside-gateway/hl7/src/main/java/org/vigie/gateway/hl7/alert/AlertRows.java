package org.vigie.gateway.hl7.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.obx.ContainmentTree;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.terminology.SentCode;

/** Holds the rows that describe one alarm: its event, the measurement that caused it, and its attributes. */
final class AlertRows {
    private final Map<PcdAlertAttribute, ObxSegment> attributes = new EnumMap<>(PcdAlertAttribute.class);
    private final List<ObxSegment> others = new ArrayList<>();
    private Optional<ObxSegment> event = Optional.empty();
    private Optional<ObxSegment> source = Optional.empty();

    /** Returns the rows of an alarm that consists of its event. */
    static AlertRows of(ObxSegment event) {
        AlertRows rows = new AlertRows();
        rows.event = Optional.of(event);
        return rows;
    }

    /** Adds a row if it is an attribute. The first row of an attribute counts. */
    boolean addAttribute(ObxSegment row) {
        Optional<PcdAlertAttribute> known = PcdAlertAttribute.of(row);
        known.ifPresent(attribute -> attributes.putIfAbsent(attribute, row));
        return known.isPresent();
    }

    void add(ObxSegment row) {
        others.add(row);
    }

    void findEventAndSource() {
        event = firstEvent();
        event.ifPresent(others::remove);
        source = firstSource();
        source.ifPresent(others::remove);
    }

    /** Returns the first row with the code of an event, else the first row with facet 1. */
    private Optional<ObxSegment> firstEvent() {
        return others.stream().filter(ObxSegment::isEvent).findFirst().or(() -> firstOfFacet(1));
    }

    private Optional<ObxSegment> firstSource() {
        return firstOfFacet(2)
                .or(() -> others.stream()
                        .filter(row -> !row.isEmpty() && !row.isAttribute())
                        .findFirst());
    }

    private Optional<ObxSegment> firstOfFacet(int wanted) {
        return others.stream().filter(row -> facet(row) == wanted).findFirst();
    }

    private static int facet(ObxSegment row) {
        String path = row.path();
        return ContainmentTree.depth(path) < 5 ? 0 : SentCode.number(path.substring(path.lastIndexOf('.') + 1));
    }

    boolean isAlert() {
        return event.isPresent() || !attributes.isEmpty();
    }

    /** Returns the rows that say nothing about the alarm. */
    List<ObxSegment> unused() {
        return isAlert()
                ? others
                : Stream.concat(others.stream(), source.stream()).toList();
    }

    Optional<ObxSegment> event() {
        return event;
    }

    Optional<ObxSegment> source() {
        return source;
    }

    Optional<ObxSegment> attribute(PcdAlertAttribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    ObxSegment anyAttribute() {
        return attributes.values().iterator().next();
    }

    String value(PcdAlertAttribute attribute) {
        return attribute(attribute).map(row -> row.segment().get(5)).orElse("");
    }

    /** Returns priority or type. Each stands in a row of its own, or among the flags of OBX-8. */
    String flag(PcdAlertAttribute attribute, Set<String> words) {
        String own = value(attribute);
        if (!own.isEmpty() || event.isEmpty()) {
            return own;
        }
        Hl7Segment segment = event.get().segment();
        return segment.repetitions(8).stream()
                .map(flag -> segment.component(flag, 1))
                .filter(words::contains)
                .findFirst()
                .orElse("");
    }
}
