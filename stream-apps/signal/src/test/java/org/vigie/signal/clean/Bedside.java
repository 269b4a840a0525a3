package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.schemas.variable.VariableCatalogue;

/** One device at one bed, told reading by reading; one second passes from message to message. */
final class Bedside {
    static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private Channels channels = Channels.SILENT;
    private Instant now = START;

    Instant now() {
        return now;
    }

    Bedside after(Duration passed) {
        now = now.plus(passed);
        return this;
    }

    /** One message; its readings are measured now unless they say otherwise. */
    List<Reason> says(Reading... readings) {
        Judgement judgement = Cleaner.judge(List.of(readings), new Arrival(now, now), channels);
        channels = judgement.channels();
        now = now.plusSeconds(1);
        return judgement.reasons();
    }

    /** One reading of one variable each second. */
    List<Reason> says(String variable, String values) {
        List<Reason> reasons = new ArrayList<>();
        Arrays.stream(values.split(" "))
                .mapToDouble(Double::parseDouble)
                .forEach(value -> reasons.addAll(says(reading(variable, value))));
        return reasons;
    }

    Reading reading(String variable, double value) {
        return reading(variable, value, now);
    }

    static Reading reading(String variable, double value, Instant measuredAt) {
        String unit = VariableCatalogue.standard().get(variable).unit();
        return new Reading(variable, value, "", unit, Status.VALID, measuredAt);
    }
}
