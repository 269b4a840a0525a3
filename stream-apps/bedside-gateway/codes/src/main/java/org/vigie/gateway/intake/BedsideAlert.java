package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * What a monitor itself calls an alarm (IHE PCD-04 and vendors' own ways).
 *
 * @param id tells the alarm's messages from those of others; empty when the sender gives none
 * @param code the event: {@code 196652^MDC_EVT_HI^MDC}
 * @param text as the monitor shows it
 * @param source the code of what it is about: {@code 147842^MDC_ECG_HEART_RATE^MDC}; empty when not said
 * @param value the measured value that raised it, as sent; empty when not said
 * @param phase start, continue, update, end, escalate, ...; {@code tpoint} for an instant
 * @param state active, inactive, latched, off
 * @param priority PH, PM, PL, PI, PN (high, medium, low, information, none); empty when not said
 * @param type SP physiological, ST technical, SA advisory; empty when not said
 * @param watchdog a sign of life of the reporter, no alarm
 * @param test of a test, a training or a demonstration: no patient's
 */
public record BedsideAlert(
        String bed,
        String patient,
        String device,
        Optional<Instant> time,
        String id,
        String code,
        String text,
        String source,
        String value,
        String phase,
        String state,
        String priority,
        String type,
        boolean watchdog,
        boolean test) {

    /** An alarm, no sign of life. */
    public BedsideAlert(
            String bed,
            String patient,
            String device,
            Optional<Instant> time,
            String id,
            String code,
            String text,
            String source,
            String value,
            String phase,
            String state,
            String priority,
            String type) {
        this(bed, patient, device, time, id, code, text, source, value, phase, state, priority, type, false, false);
    }
}
