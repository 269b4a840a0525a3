package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * Describes an alarm that a monitor raised itself (IHE PCD-04 and vendors' own formats).
 *
 * @param id identifier that the messages of one alarm share; empty when the sender gives none
 * @param code code of the event: {@code 196652^MDC_EVT_HI^MDC}
 * @param text text of the alarm on the monitor
 * @param source code of the measured quantity: {@code 147842^MDC_ECG_HEART_RATE^MDC}; empty when not sent
 * @param value measured value that raised the alarm, as sent; empty when not sent
 * @param phase start, continue, update, end, escalate, ...; {@code tpoint} for an instant
 * @param state active, inactive, latched, off
 * @param priority PH, PM, PL, PI, PN (high, medium, low, information, none); empty when not sent
 * @param type SP physiological, ST technical, SA advisory; empty when not sent
 * @param watchdog true for a watchdog event of the reporter, which is no alarm
 * @param test true for a test, a training or a demonstration
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

    /** Creates an alarm that is neither a watchdog event nor a test. */
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

    /** Returns a copy with these texts. */
    public BedsideAlert withTexts(String otherCode, String otherText, String otherSource, String otherValue) {
        return new BedsideAlert(
                bed,
                patient,
                device,
                time,
                id,
                otherCode,
                otherText,
                otherSource,
                otherValue,
                phase,
                state,
                priority,
                type,
                watchdog,
                test);
    }

    /** Returns a copy on this bed. */
    public BedsideAlert withBed(String known) {
        return new BedsideAlert(
                known, patient, device, time, id, code, text, source, value, phase, state, priority, type, watchdog,
                test);
    }
}
