package org.vigie.gateway.hl7;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.gateway.codes.CodeSystem;
import org.vigie.gateway.codes.SentCode;
import org.vigie.gateway.codes.ValueInterpreter;
import org.vigie.gateway.intake.DropReason;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.ObservationIdentifiers;

/** One OBX and what can be said of it alone. */
final class ObxSegment {
    private static final Set<String> SETTINGS = Set.of("ASET", "MSET", "RSET");
    /** MDC's partitions of 65536 codes: objects (devices and their parts) and events. */
    private static final int PARTITION = 1 << 16;

    private static final int OBJECTS = 1;
    private static final int EVENTS = 3;

    private final Hl7Segment segment;
    private final int number;
    private final List<SentCode> codes;

    /** @param number counted from 1 within the message */
    ObxSegment(Hl7Segment segment, int number) {
        this.segment = segment;
        this.number = number;
        this.codes = Hl7CodedField.read(segment, 3);
    }

    Hl7Segment segment() {
        return segment;
    }

    /** Counted from 1 within the message. */
    int number() {
        return number;
    }

    List<SentCode> codes() {
        return codes;
    }

    List<SentCode> units() {
        return Hl7CodedField.units(segment, 6);
    }

    /** Under its observation instance identifier, which few senders give. */
    ObservationIdentifiers statement() {
        return segment.has(21)
                ? new ObservationIdentifiers(List.of("OBX-21|" + segment.get(21)), false)
                : ObservationIdentifiers.UNNAMED;
    }

    String path() {
        return segment.get(4);
    }

    String type() {
        return segment.word(2);
    }

    boolean isEmpty() {
        return !segment.has(5);
    }

    /** A row for the monitor, a module or a channel: it has no value of its own. */
    boolean isDevice() {
        boolean typed = !type().isEmpty() && !type().equals("ST");
        return isEmpty() && !typed && (inPartition(OBJECTS, "MDC_DEV") || path().endsWith(".0"));
    }

    boolean isEvent() {
        for (SentCode code : codes) {
            if (code.system().equals("MDIL-ALERT")) {
                return true;
            }
        }
        return inPartition(EVENTS, "MDC_EVT");
    }

    /** MDC numbers of attributes lie among the objects: what they say belongs to another row. */
    boolean isAttribute() {
        return inPartition(OBJECTS, "MDC_ATTR") || ContainmentTree.depth(path()) > 4;
    }

    private boolean inPartition(int partition, String prefix) {
        for (SentCode code : codes) {
            if (code.definedBy() == CodeSystem.MDC && isIn(code, partition, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(SentCode code, int partition, String prefix) {
        return code.name().startsWith(prefix)
                || code.code().startsWith(prefix)
                || (!code.name().startsWith("MDC_") && SentCode.number(code.code()) / PARTITION == partition);
    }

    /** OBX-17: what was set rather than measured; in any case, wherever in the field it stands. */
    boolean isSetting() {
        for (String method : segment.repetitions(17)) {
            if (!mentionsSet(method)) {
                continue;
            }
            for (String word : segment.pieces(method)) {
                if (SETTINGS.contains(word.toUpperCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Few rows do: the others need not be cut. */
    private static boolean mentionsSet(String method) {
        for (int at = method.length() - 3; at >= 0; at--) {
            if (method.regionMatches(true, at, "SET", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    /** OBX-18. */
    String device() {
        return device(segment, 18);
    }

    /** Of the first identifier its id, else its universal id. */
    static String device(Hl7Segment segment, int field) {
        String id = segment.get(field, 1);
        return !id.isEmpty() ? id : !segment.get(field, 3).isEmpty() ? segment.get(field, 3) : segment.get(field, 2);
    }

    String words() {
        return ValueInterpreter.displayText(codes);
    }

    /** How many values stand in OBX-5; one when there is none. */
    int repetitions() {
        return Math.max(1, segment.repetitions(5).size());
    }

    DroppedElement dropped(int field, DropReason reason) {
        return dropped("OBX-" + field, reason);
    }

    /** @param field may be another segment's: the order's time, for a row that has none */
    DroppedElement dropped(String field, DropReason reason) {
        return new DroppedElement("OBX[" + number + "]", field, words(), segment.raw(5), reason, segment.raw(6))
                .withReadings(1);
    }
}
