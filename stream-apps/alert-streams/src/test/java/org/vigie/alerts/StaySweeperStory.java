package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.testing.story.WardStory;

/** Tells the stays of one bed and what it measures, and lets time pass. */
abstract class StaySweeperStory {
    static final Map<String, Double> WELL = Map.of("hr", 70.0, "spo2", 97.0, "rr", 16.0, "abp_sys", 120.0);

    static final Map<String, Double> DESATURATED = Map.of("hr", 70.0, "spo2", 84.0, "rr", 16.0, "abp_sys", 120.0);

    static final Instant END = WardStory.START.plusSeconds(60);
    static final Duration ROUND = Duration.ofSeconds(5);

    AlertTopologyDriver alerts = new AlertTopologyDriver();

    @AfterEach
    void close() {
        alerts.close();
    }

    static List<CleanObservation> desaturated() {
        return new WardStory().bed("1").steady(30, WELL).steady(30, DESATURATED).cleanObservations();
    }

    void rounds(int number) {
        for (int i = 0; i < number; i++) {
            alerts.pass(ROUND);
        }
    }

    static BedStays bed(String bed, Instant until) {
        return AlertTopologyDriver.stays("stay-1", bed, until);
    }

    /** Returns the command that sets the saturation scale of the patient 29 s after the start. */
    static AlarmCommandRecord scale2() {
        Instant at = WardStory.START.plusSeconds(29).plusMillis(7);
        return AlarmCommandRecord.newBuilder()
                .setCommand("c-1")
                .setStay("stay-1")
                .setKind(CommandTypeRecord.SET_NEWS2_SCALE)
                .setBy("n-1")
                .setRole("physician")
                .setAt(at)
                .setReason("hypercapnic failure")
                .setArguments(Map.of("scale", "2"))
                .build();
    }
}
