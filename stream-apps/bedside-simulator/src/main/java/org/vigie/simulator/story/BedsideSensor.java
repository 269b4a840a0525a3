package org.vigie.simulator.story;

import java.util.Set;

/** A part of the bedside equipment that can fail by itself. */
enum BedsideSensor {
    BEAT_COUNTER,
    ELECTRODES,
    OXIMETER,
    ARTERIAL_LINE,
    MONITOR;

    /** The variables that it measures; none for the monitor itself. */
    Set<String> variables() {
        return switch (this) {
            case BEAT_COUNTER -> Set.of("hr");
            case ELECTRODES -> Set.of("hr", "rr");
            case OXIMETER -> Set.of("spo2", "pulse_spo2", "perfusion_index");
            case ARTERIAL_LINE -> Set.of("abp_sys", "abp_dia", "abp_mean");
            case MONITOR -> Set.of();
        };
    }
}
