package org.vigie.signal.alarm.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/** A clinician's assessment of an alarm. */
public enum AlarmFeedback {
    USEFUL,
    FALSE,
    ARTEFACT,
    KNOWN;

    static Optional<AlarmFeedback> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
