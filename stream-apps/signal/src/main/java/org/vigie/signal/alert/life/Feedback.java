package org.vigie.signal.alert.life;

import java.util.Arrays;
import java.util.Optional;

/** What a clinician thought of an alarm. */
public enum Feedback {
    USEFUL,
    FALSE,
    ARTEFACT,
    KNOWN;

    static Optional<Feedback> of(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
