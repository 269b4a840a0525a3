package org.vigie.simulator.ward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.signal.vitals.ReadingPosition;

/** Runs the ward's cleaning rules and the rule set adult-icu-3 over the records that a bed sends. */
final class BedRuleRun {
    private final AlarmDetector detector = new AlarmDetector(
            AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow().standard().rules());
    private final AlarmDetectionState stay = new AlarmDetectionState("stay");
    private final Set<String> messages = new HashSet<>();
    private final Map<CleaningReason, Integer> reasons = new HashMap<>();
    private final List<AlarmConditionEvent> transitions = new ArrayList<>();
    private DeviceChannels channels = DeviceChannels.SILENT;
    private long offset;

    static BedRuleRun over(List<ScheduledRecord> events) {
        BedRuleRun watch = new BedRuleRun();
        TestWards.observations(events).forEach(watch::see);
        return watch;
    }

    List<AlarmConditionEvent> transitions() {
        return transitions;
    }

    Map<CleaningReason, Integer> reasons() {
        return reasons;
    }

    private static ArrivalTimes arrival(Observation observation) {
        return new ArrivalTimes(observation.getReceivedTime(), observation.getReceivedTime());
    }

    private void see(Observation observation) {
        if (!messages.add(observation.getMessageId())) {
            return;
        }
        List<Reading> readings =
                observation.getReadings().stream().map(BedRuleRun::reading).toList();
        CleaningResult result = ReadingCleaner.judge(readings, arrival(observation), channels);
        channels = result.channels();
        SortedMap<Instant, List<InstantReadings.KeptReading>> kept = new TreeMap<>();
        SortedMap<Instant, List<String>> unusedVariables = new TreeMap<>();
        for (int index = 0; index < readings.size(); index++) {
            Reading reading = readings.get(index);
            CleaningReason reason = result.verdicts().get(index).reason();
            reasons.merge(reason, 1, Integer::sum);
            if (reason.outcome() == CleaningOutcome.KEPT && reason != CleaningReason.OUT_OF_ORDER) {
                kept.computeIfAbsent(reading.measuredAt(), ignored -> new ArrayList<>())
                        .add(new InstantReadings.KeptReading(
                                reading.variable(), value(reading), new ReadingPosition(0, offset, index)));
            } else if (reason.outcome() == CleaningOutcome.SUSPECT) {
                unusedVariables
                        .computeIfAbsent(reading.measuredAt(), ignored -> new ArrayList<>())
                        .add(reading.variable());
            }
        }
        offset++;
        Set<Instant> instants = new HashSet<>(kept.keySet());
        instants.addAll(unusedVariables.keySet());
        instants.stream()
                .sorted()
                .forEach(at -> transitions.addAll(detector.evaluate(
                        stay,
                        new InstantReadings(
                                observation.getBed(),
                                at,
                                observation.getReceivedTime(),
                                kept.getOrDefault(at, List.of()),
                                unusedVariables.getOrDefault(at, List.of())))));
    }

    private static double value(Reading reading) {
        return VariableCatalogue.standard()
                .get(reading.variable())
                .conversionFrom(reading.unit())
                .orElseThrow()
                .apply(reading.value());
    }

    private static Reading reading(ReadingRecord sent) {
        return new Reading(
                sent.getVariable(),
                sent.getValue() == null ? Double.NaN : sent.getValue(),
                sent.getText() == null ? "" : sent.getText(),
                sent.getUnit(),
                MeasurementStatus.valueOf(sent.getStatus().name()),
                sent.getMeasuredAt());
    }
}
