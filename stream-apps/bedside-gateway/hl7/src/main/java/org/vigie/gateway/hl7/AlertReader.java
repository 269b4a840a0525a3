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
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.Meaning;
import org.vigie.gateway.codes.Reason;

/**
 * One alarm of a monitor: the rows below one OBR of ORU^R40 (IHE PCD-04), or one event row among the measurements of an ORU^R01.
 *
 * <p>An alarm is one event row, its source (with the value that raised it), and its attributes. Every row is used, or left out with
 * its reason.
 */
final class AlertReader {
    private static final String ANY_ALARM = "MDC_EVT_ALARM";
    private static final Set<String> SIGNS_OF_LIFE = Set.of("MDC_EVT_ACTIVE", "MDC_EVT_WATCHDOG");
    private static final Set<Integer> SIGNS_OF_LIFE_NUMBERS = Set.of(196614, 258047);
    private static final Set<String> PRIORITIES = Set.of("PH", "PM", "PL", "PI", "PN", "PU");
    private static final Set<String> TYPES = Set.of("SP", "ST", "SA");
    private static final Pattern COUNTER = Pattern.compile("[0-9]{1,6}");

    private AlertReader() {}

    /** @param rows below one OBR */
    static void read(List<Obx> rows, Context context, Findings findings) {
        Map<AlertAttribute, Obx> attributes = new EnumMap<>(AlertAttribute.class);
        List<Obx> others = new ArrayList<>();
        for (Obx row : rows) {
            Optional<AlertAttribute> known = AlertAttribute.of(row);
            if (known.isPresent()) {
                attributes.putIfAbsent(known.get(), row);
            } else if (row.isDevice()) {
                findings.add(row.dropped(3, Reason.DEVICE_ROW).standingFor(0));
            } else {
                others.add(row);
            }
        }
        Optional<Obx> event = event(others);
        event.ifPresent(others::remove);
        Optional<Obx> source = source(others);
        source.ifPresent(others::remove);
        others.forEach(row -> findings.add(row.dropped(3, Reason.ATTRIBUTE).standingFor(0)));
        if (event.isPresent() || !attributes.isEmpty()) {
            findings.add(alert(event, source, attributes, context));
        } else {
            source.ifPresent(
                    row -> findings.add(row.dropped(3, Reason.ATTRIBUTE).standingFor(0)));
        }
    }

    /** An event among measurements: Philips' MDIL-ALERT, rows of MDC's event partition, the text rows of an OBR "ALARM". */
    static void readAlone(Obx row, Context context, Findings findings) {
        findings.add(alert(Optional.of(row), Optional.empty(), Map.of(), context));
    }

    /** The row with facet 1, else with an event's code, else the first that no other place claims. */
    private static Optional<Obx> event(List<Obx> rows) {
        return rows.stream()
                .filter(Obx::isEvent)
                .findFirst()
                .or(() -> rows.stream().filter(row -> facet(row) == 1).findFirst());
    }

    private static Optional<Obx> source(List<Obx> rows) {
        return rows.stream()
                .filter(row -> facet(row) == 2)
                .findFirst()
                .or(() -> rows.stream()
                        .filter(row -> !row.isEmpty() && !row.isAttribute())
                        .findFirst());
    }

    private static int facet(Obx row) {
        String path = row.path();
        return Containment.depth(path) < 5 ? 0 : Code.number(path.substring(path.lastIndexOf('.') + 1));
    }

    private static BedsideAlert alert(
            Optional<Obx> event, Optional<Obx> measured, Map<AlertAttribute, Obx> attributes, Context context) {
        Optional<Obx> source = measured.or(() -> Optional.ofNullable(attributes.get(AlertAttribute.SOURCE)));
        Obx any = event.or(() -> source)
                .orElseGet(() -> attributes.values().iterator().next());
        boolean isValue = measured.isPresent();
        return new BedsideAlert(
                context.bed(),
                context.patient(),
                context.device(any),
                time(event, source, context),
                id(context),
                event.map(AlertReader::code).orElse(""),
                text(event, attributes),
                source.map(row -> isValue ? row.words() : firstOf(row)).orElse(""),
                measured.map(row -> row.segment().words(5)).orElse(""),
                value(attributes, AlertAttribute.PHASE),
                value(attributes, AlertAttribute.STATE),
                said(attributes, AlertAttribute.PRIORITY, event, PRIORITIES),
                said(attributes, AlertAttribute.TYPE, event, TYPES),
                event.filter(AlertReader::isSignOfLife).isPresent(),
                context.isTest()
                        || event.filter(row -> ObxStatus.isTest(row.segment())).isPresent());
    }

    /** The event's time, else its source's, else the order's. One that cannot be read gives way to no other. */
    private static Optional<Instant> time(Optional<Obx> event, Optional<Obx> source, Context context) {
        return Stream.concat(event.stream(), source.stream())
                .map(context::time)
                .filter(time -> !time.isAbsent())
                .findFirst()
                .orElse(context.observed())
                .instant();
    }

    /** MDC_EVT_ALARM is any alarm: then the value says which. */
    private static String code(Obx event) {
        boolean unspecific = event.codes().stream().anyMatch(code -> code.name().equals(ANY_ALARM));
        List<Code> named = unspecific ? CodedField.read(event.segment(), 5) : List.of();
        boolean coded = named.stream()
                .anyMatch(
                        code -> code.name().startsWith("MDC") || !code.system().isEmpty());
        return coded ? Meaning.words(named) : event.words();
    }

    private static String text(Optional<Obx> event, Map<AlertAttribute, Obx> attributes) {
        Obx said = attributes.get(AlertAttribute.TEXT);
        if (said != null) {
            return said.segment().words(5);
        }
        if (event.isEmpty()) {
            return "";
        }
        Segment segment = event.get().segment();
        List<String> parts =
                segment.has(5) ? segment.components(segment.repetitions(5).get(0)) : List.of();
        if (parts.size() < 2) {
            return segment.words(5);
        }
        String original = parts.size() > 8 ? parts.get(8) : "";
        return !original.isEmpty() ? original : parts.get(1).isEmpty() ? parts.get(0) : parts.get(1);
    }

    private static String firstOf(Obx row) {
        List<Code> codes = CodedField.read(row.segment(), 5);
        return codes.isEmpty() ? "" : Meaning.words(codes);
    }

    private static String value(Map<AlertAttribute, Obx> attributes, AlertAttribute attribute) {
        Obx row = attributes.get(attribute);
        return row == null ? "" : row.segment().get(5);
    }

    /** Priority and type stand in a row of their own, or among the flags of OBX-8. */
    private static String said(
            Map<AlertAttribute, Obx> attributes, AlertAttribute attribute, Optional<Obx> event, Set<String> words) {
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

    private static boolean isSignOfLife(Obx event) {
        return event.codes().stream()
                .anyMatch(code -> SIGNS_OF_LIFE.contains(code.name())
                        || SIGNS_OF_LIFE.contains(code.code())
                        || SIGNS_OF_LIFE_NUMBERS.contains(Code.number(code.code())));
    }

    /** OBR-29 names the alert an update belongs to; OBR-3 names this one, with a counter in front at some senders. */
    private static String id(Context context) {
        if (context.obr().isEmpty()) {
            return "";
        }
        Segment obr = context.obr().get();
        if (!obr.get(29).isEmpty()) {
            return obr.get(29);
        }
        String id = obr.get(3, 1);
        return COUNTER.matcher(id).matches() && !obr.get(3, 2).isEmpty() ? obr.get(3, 2) : id;
    }
}
