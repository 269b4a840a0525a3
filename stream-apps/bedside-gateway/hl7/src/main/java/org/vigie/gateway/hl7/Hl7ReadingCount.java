package org.vigie.gateway.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.obx.ObxSegment;

/**
 * Counts the readings of a message before it is interpreted: each repetition of OBX-5, and each OBX without a value. Rows of an alarm are
 * no readings.
 */
public final class Hl7ReadingCount {
    private Hl7ReadingCount() {}

    public static int in(Er7Message message) {
        if (Hl7RowReader.isAlarm(message)) {
            return 0;
        }
        int readings = 0;
        Optional<Hl7Segment> order = Optional.empty();
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("OBR")) {
                order = Optional.of(segment);
            } else if (segment.is("OBX")) {
                readings += in(message, new ObxSegment(segment, 1), order);
            }
        }
        return readings;
    }

    private static int in(Er7Message message, ObxSegment row, Optional<Hl7Segment> order) {
        return Hl7RowReader.isAlarmRow(message, row, order) ? 0 : row.repetitions();
    }

    /** Counts the readings of a message that cannot be divided into segments: its lines that begin with OBX. */
    public static int in(byte[] malformed) {
        int readings = 0;
        for (String line : new String(malformed, StandardCharsets.ISO_8859_1).split("[\r\n]+", -1)) {
            String segment = line.strip();
            boolean isObx =
                    segment.length() > 3 && segment.startsWith("OBX") && !Character.isLetterOrDigit(segment.charAt(3));
            readings += isObx ? 1 : 0;
        }
        return readings;
    }
}
