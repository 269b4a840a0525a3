package org.vigie.replay.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds one event of a subject as MEDS defines it.
 *
 * @param stay name of the stay, which becomes the number of the subject
 * @param code {@code VIGIE//hr}, {@code ICU_ADMISSION} or {@code ICU_DISCHARGE}
 * @param reading from which the event was made; null for an admission or a discharge
 */
record MedsEvent(
        String stay,
        Instant time,
        String code,
        @Nullable Double numericValue,
        @Nullable String textValue,
        @Nullable ExportedReading reading) {
    /** Code of the first time on a bed of the unit. */
    static final String ADMISSION = "ICU_ADMISSION";

    /** Code of the end of the time on the last bed. */
    static final String DISCHARGE = "ICU_DISCHARGE";

    /** Returns the code of a variable. */
    static String code(String variable) {
        return "VIGIE//" + variable;
    }
}
