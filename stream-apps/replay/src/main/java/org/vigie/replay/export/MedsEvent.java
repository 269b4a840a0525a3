package org.vigie.replay.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds one event of a subject as MEDS defines it.
 *
 * @param code {@code VIGIE//hr}, {@code ICU_ADMISSION} or {@code ICU_DISCHARGE}
 */
record MedsEvent(
        long subject,
        Instant time,
        String code,
        @Nullable Double numericValue,
        @Nullable String textValue) {
    /** Code of the first time on a bed of the unit. */
    static final String ADMISSION = "ICU_ADMISSION";

    /** Code of the end of the time on the last bed. */
    static final String DISCHARGE = "ICU_DISCHARGE";

    /** Returns the code of a variable. */
    static String code(String variable) {
        return "VIGIE//" + variable;
    }
}
