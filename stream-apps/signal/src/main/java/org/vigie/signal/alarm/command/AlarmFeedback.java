package org.vigie.signal.alarm.command;

import java.util.Arrays;
import java.util.Optional;

/** Describes a clinician's assessment of an alarm. */
public enum AlarmFeedback {
    USEFUL,
    FALSE,
    ARTEFACT,
    KNOWN;

    /** Returns the assessment with this name; empty when there is none. */
    public static Optional<AlarmFeedback> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
