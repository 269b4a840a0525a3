package org.vigie.gateway.hl7.obx;

import java.util.Locale;
import java.util.Set;
import org.vigie.gateway.hl7.er7.Hl7Segment;

/** Reads the observation method (OBX-17). */
final class ObxMethod {
    private static final Set<String> SETTINGS = Set.of("ASET", "MSET", "RSET");

    private ObxMethod() {}

    /** Returns true when the method marks a value that was set and not measured, in any case and any part of the field. */
    static boolean isSetting(Hl7Segment segment) {
        for (String method : segment.repetitions(17)) {
            if (mentionsSet(method) && segment.pieces(method).stream().anyMatch(ObxMethod::isSettingWord)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSettingWord(String word) {
        return SETTINGS.contains(word.toUpperCase(Locale.ROOT));
    }

    /** Returns true when a text contains "SET". Few rows do, and the others need not be divided. */
    private static boolean mentionsSet(String method) {
        for (int at = method.length() - 3; at >= 0; at--) {
            if (method.regionMatches(true, at, "SET", 0, 3)) {
                return true;
            }
        }
        return false;
    }
}
