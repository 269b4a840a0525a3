package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.RuleInput.LimitStep;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.incident.IncidentCallPolicy;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.lifecycle.AlarmLifecyclePropertiesTest.LifecycleEvent;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.ReadingPosition;

/** Runs the rules and the life cycle of one stay through events, as alert-streams does. */
final class AlarmLifecycleHarness {
    private static final RuleInput SPO2 = new RuleInput(
            "oximeter",
            "spo2",
            LocalizedText.same("SpO2"),
            LimitSide.BELOW,
            1,
            Duration.ofSeconds(4),
            List.of(
                    new LimitStep(90, AlarmPriority.MEDIUM, Duration.ofSeconds(3)),
                    new LimitStep(80, AlarmPriority.HIGH, Duration.ofSeconds(3))));

    /** Each episode is an incident of its own. */
    private static final IncidentPolicy EACH_EPISODE = new IncidentPolicy(
            Duration.ZERO,
            new IncidentCallPolicy(
                    AlarmPriority.LOW, Duration.ofSeconds(ReferenceAlarmModel.RENEWAL), Duration.ofDays(1)),
            List.of(5, 7),
            Duration.ZERO,
            ZoneOffset.UTC,
            Map.of());

    private final AlarmDetector detector = new AlarmDetector(
            new AlarmRuleSet("t", List.of(new AlarmRule("spo2_low", AlarmRuleKind.LIMIT, List.of(SPO2)))));
    private final AlarmPolicy policy;
    private final List<String> told = new ArrayList<>();
    private AlarmDetectionState detection = new AlarmDetectionState("stay-1");
    private StayAlarms stayAlarms = new StayAlarms("stay-1");
    private int now = -1;
    private int orders;
    private InstantReadings before;

    AlarmLifecycleHarness(boolean latching) {
        policy = new AlarmPolicy(
                        latching ? Set.of(AlarmPriority.HIGH) : Set.of(),
                        Map.of(
                                AlarmPriority.HIGH,
                                List.of(new AlarmPolicy.EscalationStep(Duration.ofSeconds(20), "physician"))),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        Map.of("nurse", EnumSet.allOf(AlarmCommand.CommandType.class)))
                .with(EACH_EPISODE);
        stayAlarms.moveToBed("REA/01");
    }

    List<String> live(List<LifecycleEvent> events) {
        events.forEach(this::live);
        tell(life().advanceTo(detection.clock()));
        return List.copyOf(told);
    }

    private void live(LifecycleEvent event) {
        now += event.step();
        Instant at = AlarmLifecyclePropertiesTest.at(now);
        var snapshot = new InstantReadings(
                "REA/01",
                at,
                at,
                List.of(new InstantReadings.KeptReading("spo2", event.value(), new ReadingPosition(0, now, 0))),
                List.of());
        see(snapshot);
        if (event.again() && before != null) {
            see(new InstantReadings("REA/01", before.at(), at, before.kept(), List.of()));
        }
        before = snapshot;
        if (event.restart()) {
            restart();
        }
        if (event.order() != AlarmCommand.CommandType.UNKNOWN) {
            tell(life().execute(order(event, at), at, limit -> false));
        }
    }

    private void see(InstantReadings snapshot) {
        List<AlarmConditionEvent> made = detector.evaluate(detection, snapshot);
        tell(life().advanceTo(detection.clock()));
        tell(life().apply(made));
    }

    private AlarmCommand order(LifecycleEvent event, Instant at) {
        String alert = stayAlarms.open().stream()
                .map(open -> open.id().digest())
                .findFirst()
                .orElse("none");
        boolean timed = event.order() == AlarmCommand.CommandType.PAUSE_AUDIO
                || event.order() == AlarmCommand.CommandType.SHELVE;
        Instant end = timed ? at.plusSeconds(event.seconds()) : Instant.MAX;
        return new AlarmCommand("o-" + orders++, alert, event.order(), "n", "nurse", at, "", end, -1, Map.of());
    }

    private AlarmLifecycle life() {
        return new AlarmLifecycle(stayAlarms, policy, "t");
    }

    private void tell(List<LedgerEntry> entries) {
        entries.forEach(entry -> told.add(AlarmLifecyclePropertiesTest.told(entry)));
    }

    private void restart() {
        detection = new AlarmDetectionState(
                detection.stay(),
                detection.vitals(),
                detection.conditions(),
                detection.baselines(),
                detection.offsets(),
                detection.clock());
        stayAlarms = new StayAlarms(
                        stayAlarms.stay(),
                        stayAlarms.bed(),
                        stayAlarms.open(),
                        stayAlarms.shelves(),
                        stayAlarms.limits(),
                        stayAlarms.closed(),
                        stayAlarms.commandIds(),
                        stayAlarms.sequence(),
                        stayAlarms.clock(),
                        stayAlarms.newestEntryAt())
                .with(stayAlarms.incident().orElse(null));
    }
}
