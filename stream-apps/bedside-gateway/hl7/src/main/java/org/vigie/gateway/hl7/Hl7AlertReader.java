package org.vigie.gateway.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/**
 * Reads one alarm of a monitor: the rows below one OBR of ORU^R40 (IHE PCD-04), or one event row among the measurements of an ORU^R01.
 *
 * <p>An alarm consists of an event row, its source with the value that raised it, and its attributes. Every row is used, or left out with
 * its reason.
 */
final class Hl7AlertReader {
    private static final String ANY_ALARM = "MDC_EVT_ALARM";
    private static final Set<String> SIGNS_OF_LIFE = Set.of("MDC_EVT_ACTIVE", "MDC_EVT_WATCHDOG");
    private static final Set<Integer> SIGNS_OF_LIFE_NUMBERS = Set.of(196614, 258047);
    private static final Set<String> PRIORITIES = Set.of("PH", "PM", "PL", "PI", "PN", "PU");
    private static final Set<String> TYPES = Set.of("SP", "ST", "SA");
    private static final Pattern COUNTER = Pattern.compile("[0-9]{1,6}");

    private final Hl7MessageContext context;
    private final Hl7Findings findings;

    Hl7AlertReader(Hl7MessageContext context, Hl7Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Reads the rows below one OBR. */
    void read(List<ObxSegment> rows) {
        Map<PcdAlertAttribute, ObxSegment> attributes = new EnumMap<>(PcdAlertAttribute.class);
        List<ObxSegment> others = new ArrayList<>();
        for (ObxSegment row : rows) {
            Optional<PcdAlertAttribute> known = PcdAlertAttribute.of(row);
            if (known.isPresent()) {
                attributes.putIfAbsent(known.get(), row);
            } else if (row.isDevice()) {
                findings.add(row.dropped(3, DropReason.DEVICE_ROW).withReadings(0));
            } else {
                others.add(row);
            }
        }
        Optional<ObxSegment> event = event(others);
        event.ifPresent(others::remove);
        Optional<ObxSegment> source = source(others);
        source.ifPresent(others::remove);
        others.forEach(row -> findings.add(row.dropped(3, DropReason.ATTRIBUTE).withReadings(0)));
        if (event.isPresent() || !attributes.isEmpty()) {
            findings.add(alert(event, source, attributes));
        } else {
            source.ifPresent(
                    row -> findings.add(row.dropped(3, DropReason.ATTRIBUTE).withReadings(0)));
        }
    }

    /**
     * Reads an event row among measurements: MDIL-ALERT of Philips, a code of MDC's event partition, or a text row below an OBR "ALARM".
     */
    void readAlone(ObxSegment row) {
        findings.add(alert(Optional.of(row), Optional.empty(), Map.of()));
    }

    /** Returns the first row with the code of an event, else the first row with facet 1. */
    private static Optional<ObxSegment> event(List<ObxSegment> rows) {
        return rows.stream()
                .filter(ObxSegment::isEvent)
                .findFirst()
                .or(() -> rows.stream().filter(row -> facet(row) == 1).findFirst());
    }

    private static Optional<ObxSegment> source(List<ObxSegment> rows) {
        return rows.stream()
                .filter(row -> facet(row) == 2)
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> !row.isEmpty() && !row.isAttribute())
                        .findFirst());
    }

    private static int facet(ObxSegment row) {
        String path = row.path();
        return ContainmentTree.depth(path) < 5 ? 0 : SentCode.number(path.substring(path.lastIndexOf('.') + 1));
    }

    private BedsideAlert alert(
            Optional<ObxSegment> event, Optional<ObxSegment> measured, Map<PcdAlertAttribute, ObxSegment> attributes) {
        Optional<ObxSegment> source = measured.or(() -> Optional.ofNullable(attributes.get(PcdAlertAttribute.SOURCE)));
        ObxSegment any = event.or(() -> source)
                .orElseGet(() -> attributes.values().iterator().next());
        boolean isValue = measured.isPresent();
        return new BedsideAlert(
                context.bed(),
                context.patient(),
                context.device(any),
                time(event, source),
                id(),
                event.map(Hl7AlertReader::code).orElse(""),
                text(event, attributes),
                source.map(row -> isValue ? row.words() : firstOf(row)).orElse(""),
                measured.map(row -> row.segment().words(5)).orElse(""),
                value(attributes, PcdAlertAttribute.PHASE),
                value(attributes, PcdAlertAttribute.STATE),
                flag(attributes, PcdAlertAttribute.PRIORITY, event, PRIORITIES),
                flag(attributes, PcdAlertAttribute.TYPE, event, TYPES),
                event.filter(Hl7AlertReader::isSignOfLife).isPresent(),
                context.isTest()
                        || event.filter(row -> ObxStatus.isTest(row.segment())).isPresent());
    }

    /**
     * Returns the time of the event, else of its source, else of the order. A time that is filled and cannot be read is not replaced by
     * another.
     */
    private Optional<Instant> time(Optional<ObxSegment> event, Optional<ObxSegment> source) {
        return Stream.concat(event.stream(), source.stream())
                .map(context::time)
                .filter(time -> !time.isAbsent())
                .findFirst()
                .orElse(context.observed())
                .instant();
    }

    /** Returns the code of the event. MDC_EVT_ALARM means any alarm: the value then holds the code. */
    private static String code(ObxSegment event) {
        boolean unspecific = event.codes().stream().anyMatch(code -> code.name().equals(ANY_ALARM));
        List<SentCode> named = unspecific ? Hl7CodedField.read(event.segment(), 5) : List.of();
        boolean coded = named.stream()
                .anyMatch(
                        code -> code.name().startsWith("MDC") || !code.system().isEmpty());
        return coded ? ValueInterpreter.displayText(named) : event.words();
    }

    private static String text(Optional<ObxSegment> event, Map<PcdAlertAttribute, ObxSegment> attributes) {
        ObxSegment sentText = attributes.get(PcdAlertAttribute.TEXT);
        if (sentText != null) {
            return sentText.segment().words(5);
        }
        if (event.isEmpty()) {
            return "";
        }
        Hl7Segment segment = event.get().segment();
        List<String> parts =
                segment.has(5) ? segment.components(segment.repetitions(5).get(0)) : List.of();
        if (parts.size() < 2) {
            return segment.words(5);
        }
        String original = parts.size() > 8 ? parts.get(8) : "";
        return !original.isEmpty() ? original : parts.get(1).isEmpty() ? parts.get(0) : parts.get(1);
    }

    private static String firstOf(ObxSegment row) {
        List<SentCode> codes = Hl7CodedField.read(row.segment(), 5);
        return codes.isEmpty() ? "" : ValueInterpreter.displayText(codes);
    }

    private static String value(Map<PcdAlertAttribute, ObxSegment> attributes, PcdAlertAttribute attribute) {
        ObxSegment row = attributes.get(attribute);
        return row == null ? "" : row.segment().get(5);
    }

    /** Returns priority or type. Each stands in a row of its own, or among the flags of OBX-8. */
    private static String flag(
            Map<PcdAlertAttribute, ObxSegment> attributes,
            PcdAlertAttribute attribute,
            Optional<ObxSegment> event,
            Set<String> words) {
        String own = value(attributes, attribute);
        if (!own.isEmpty() || event.isEmpty()) {
            return own;
        }
        return event.get().segment().repetitions(8).stream()
                .map(flag -> event.get().segment().component(flag, 1))
                .filter(words::contains)
                .findFirst()
                .orElse("");
    }

    private static boolean isSignOfLife(ObxSegment event) {
        return event.codes().stream()
                .anyMatch(code -> SIGNS_OF_LIFE.contains(code.name())
                        || SIGNS_OF_LIFE.contains(code.code())
                        || SIGNS_OF_LIFE_NUMBERS.contains(SentCode.number(code.code())));
    }

    /**
     * Returns the identifier of the alarm. OBR-29 names the alarm that an update belongs to. OBR-3 names this alarm, with a counter in
     * front at some senders.
     */
    private String id() {
        if (context.obr().isEmpty()) {
            return "";
        }
        Hl7Segment obr = context.obr().get();
        if (!obr.get(29).isEmpty()) {
            return obr.get(29);
        }
        String id = obr.get(3, 1);
        return COUNTER.matcher(id).matches() && !obr.get(3, 2).isEmpty() ? obr.get(3, 2) : id;
    }
}
