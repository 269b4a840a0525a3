package org.vigie.gateway.hl7.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7CodedField;
import org.vigie.gateway.hl7.message.Hl7Findings;
import org.vigie.gateway.hl7.message.Hl7MessageContext;
import org.vigie.gateway.hl7.obx.ObxSegment;
import org.vigie.gateway.hl7.obx.ObxStatus;
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
public final class Hl7AlertReader {
    private static final String ANY_ALARM = "MDC_EVT_ALARM";
    private static final Set<String> SIGNS_OF_LIFE = Set.of("MDC_EVT_ACTIVE", "MDC_EVT_WATCHDOG");
    private static final Set<Integer> SIGNS_OF_LIFE_NUMBERS = Set.of(196614, 258047);
    private static final Set<String> PRIORITIES = Set.of("PH", "PM", "PL", "PI", "PN", "PU");
    private static final Set<String> TYPES = Set.of("SP", "ST", "SA");
    /** Place of the original text in a coded value, CWE.9. */
    private static final int ORIGINAL_TEXT = 8;

    private static final Pattern COUNTER = Pattern.compile("[0-9]{1,6}");

    private final Hl7MessageContext context;
    private final Hl7Findings findings;

    public Hl7AlertReader(Hl7MessageContext context, Hl7Findings findings) {
        this.context = context;
        this.findings = findings;
    }

    /** Reads the rows below one OBR. */
    public void read(List<ObxSegment> rows) {
        AlertRows parts = new AlertRows();
        for (ObxSegment row : rows) {
            if (!parts.addAttribute(row)) {
                addOther(row, parts);
            }
        }
        parts.findEventAndSource();
        parts.unused().forEach(row -> leaveOut(row, DropReason.ATTRIBUTE));
        if (parts.isAlert()) {
            findings.add(alert(parts));
        }
    }

    private void addOther(ObxSegment row, AlertRows parts) {
        if (row.isDevice()) {
            leaveOut(row, DropReason.DEVICE_ROW);
        } else {
            parts.add(row);
        }
    }

    private void leaveOut(ObxSegment row, DropReason reason) {
        findings.add(row.dropped(3, reason).withReadings(0));
    }

    /**
     * Reads an event row among measurements: MDIL-ALERT of Philips, a code of MDC's event partition, or a text row below an OBR "ALARM".
     */
    public void readAlone(ObxSegment row) {
        findings.add(alert(AlertRows.of(row)));
    }

    private BedsideAlert alert(AlertRows rows) {
        Optional<ObxSegment> event = rows.event();
        Optional<ObxSegment> measured = rows.source();
        Optional<ObxSegment> source = measured.or(() -> rows.attribute(PcdAlertAttribute.SOURCE));
        return new BedsideAlert(
                context.bed(),
                context.patient(),
                context.device(event.or(() -> source).orElseGet(rows::anyAttribute)),
                time(event, source),
                id(),
                event.map(Hl7AlertReader::code).orElse(""),
                text(rows),
                source.map(row -> measured.isPresent() ? row.words() : firstOf(row))
                        .orElse(""),
                measured.map(row -> row.segment().words(5)).orElse(""),
                rows.value(PcdAlertAttribute.PHASE),
                rows.value(PcdAlertAttribute.STATE),
                rows.flag(PcdAlertAttribute.PRIORITY, PRIORITIES),
                rows.flag(PcdAlertAttribute.TYPE, TYPES),
                event.filter(Hl7AlertReader::isSignOfLife).isPresent(),
                isTest(event));
    }

    private boolean isTest(Optional<ObxSegment> event) {
        return context.isTest()
                || event.filter(row -> ObxStatus.isTest(row.segment())).isPresent();
    }

    /**
     * Returns the time of the event, else of its order, else of its source. A time that is filled and cannot be read is not replaced by
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

    private static String text(AlertRows rows) {
        return rows.attribute(PcdAlertAttribute.TEXT)
                .map(row -> row.segment().words(5))
                .or(() -> rows.event().map(row -> eventText(row.segment())))
                .orElse("");
    }

    /** Returns the text of a coded event: its original text, else its name, else its code. */
    private static String eventText(Hl7Segment segment) {
        List<String> parts =
                segment.has(5) ? segment.components(segment.repetitions(5).get(0)) : List.of();
        if (parts.size() < 2) {
            return segment.words(5);
        }
        String original = parts.size() > ORIGINAL_TEXT ? parts.get(ORIGINAL_TEXT) : "";
        String name = parts.get(1).isEmpty() ? parts.get(0) : parts.get(1);
        return original.isEmpty() ? name : original;
    }

    private static String firstOf(ObxSegment row) {
        List<SentCode> codes = Hl7CodedField.read(row.segment(), 5);
        return codes.isEmpty() ? "" : ValueInterpreter.displayText(codes);
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
