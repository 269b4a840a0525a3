package org.vigie.gateway.hl7;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.CodeSystem;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Meaning;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.codes.Statement;

/** One OBX and what can be said of it alone. */
final class Obx {
    private static final Set<String> SETTINGS = Set.of("ASET", "MSET", "RSET");
    /** MDC's partitions of 65536 codes: objects (devices and their parts) and events. */
    private static final int PARTITION = 1 << 16;

    private static final int OBJECTS = 1;
    private static final int EVENTS = 3;

    private final Segment segment;
    private final int number;
    private final List<Code> codes;

    /** @param number counted from 1 within the message */
    Obx(Segment segment, int number) {
        this.segment = segment;
        this.number = number;
        this.codes = CodedField.read(segment, 3);
    }

    Segment segment() {
        return segment;
    }

    /** Counted from 1 within the message. */
    int number() {
        return number;
    }

    List<Code> codes() {
        return codes;
    }

    List<Code> units() {
        return CodedField.units(segment, 6);
    }

    /** Under its observation instance identifier, which few senders give. */
    Statement statement() {
        return segment.has(21) ? new Statement(List.of("OBX-21|" + segment.get(21)), false) : Statement.UNNAMED;
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
        for (Code code : codes) {
            if (code.system().equals("MDIL-ALERT")) {
                return true;
            }
        }
        return inPartition(EVENTS, "MDC_EVT");
    }

    /** MDC numbers of attributes lie among the objects: what they say belongs to another row. */
    boolean isAttribute() {
        return inPartition(OBJECTS, "MDC_ATTR") || Containment.depth(path()) > 4;
    }

    private boolean inPartition(int partition, String prefix) {
        for (Code code : codes) {
            if (code.definedBy() == CodeSystem.MDC && isIn(code, partition, prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Code code, int partition, String prefix) {
        return code.name().startsWith(prefix)
                || code.code().startsWith(prefix)
                || (!code.name().startsWith("MDC_") && Code.number(code.code()) / PARTITION == partition);
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
    static String device(Segment segment, int field) {
        String id = segment.get(field, 1);
        return !id.isEmpty() ? id : !segment.get(field, 3).isEmpty() ? segment.get(field, 3) : segment.get(field, 2);
    }

    String words() {
        return Meaning.words(codes);
    }

    /** How many values stand in OBX-5; one when there is none. */
    int repetitions() {
        return Math.max(1, segment.repetitions(5).size());
    }

    Dropped dropped(int field, Reason reason) {
        return dropped("OBX-" + field, reason);
    }

    /** @param field may be another segment's: the order's time, for a row that has none */
    Dropped dropped(String field, Reason reason) {
        return new Dropped("OBX[" + number + "]", field, words(), segment.raw(5), reason, segment.raw(6))
                .standingFor(1);
    }
}
