package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.AlarmTransition.TransitionKind;

/** Runs the life cycle of alarms second by second: {@code story.at(0).raised("spo2_low", MEDIUM).at(5).order(ACKNOWLEDGE, "spo2_low")}. */
final class AlarmLifecycleStory {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration PAUSE = Duration.ofMinutes(2);

    private final StayAlarms stayAlarms = new StayAlarms("stay-1");
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final AlarmPolicy policy;
    private Instant now = START;
    private int orders;

    AlarmLifecycleStory() {
        this(Set.of());
    }

    AlarmLifecycleStory(Set<AlarmPriority> latching) {
        policy = policy(latching);
        stayAlarms.moveToBed("REA/01");
    }

    static AlarmPolicy policy(Set<AlarmPriority> latching) {
        return new AlarmPolicy(
                latching,
                Map.of(
                        AlarmPriority.HIGH,
                        List.of(
                                new AlarmPolicy.EscalationStep(Duration.ofMinutes(1), "charge-nurse"),
                                new AlarmPolicy.EscalationStep(Duration.ofMinutes(3), "physician")),
                        AlarmPriority.MEDIUM,
                        List.of(new AlarmPolicy.EscalationStep(Duration.ofMinutes(5), "charge-nurse"))),
                PAUSE,
                Duration.ofHours(1),
                Map.of(
                        "nurse",
                        EnumSet.complementOf(
                                EnumSet.of(AlarmCommand.CommandType.SET_LIMIT, AlarmCommand.CommandType.UNKNOWN)),
                        "physician",
                        EnumSet.allOf(AlarmCommand.CommandType.class)));
    }

    private AlarmLifecycle life() {
        return new AlarmLifecycle(stayAlarms, policy, "test-1");
    }

    AlarmLifecycleStory at(int second) {
        now = START.plusSeconds(second);
        entries.addAll(life().advanceTo(now));
        return this;
    }

    AlarmLifecycleStory raised(String rule, AlarmPriority priority) {
        return told(rule, priority, TransitionKind.RAISED, now);
    }

    AlarmLifecycleStory told(String rule, AlarmPriority priority, TransitionKind state, Instant onset) {
        entries.addAll(life().apply(List.of(transition(rule, priority, state, onset, now))));
        return this;
    }

    /** Continues the open alarm of {@code rule} with the transition {@code state}. */
    AlarmLifecycleStory goesOn(String rule, TransitionKind state, AlarmPriority priority) {
        return told(
                rule, priority, state, stayAlarms.of(rule).orElseThrow().told().onset());
    }

    static AlarmTransition transition(
            String rule, AlarmPriority priority, TransitionKind state, Instant onset, Instant at) {
        return new AlarmTransition(
                rule + "@" + onset.getEpochSecond(),
                "stay-1",
                "REA/01",
                rule,
                "test-1",
                AlarmRuleKind.LIMIT,
                priority,
                state,
                onset,
                onset,
                at,
                84,
                90,
                "fr",
                "en",
                List.of());
    }

    AlarmLifecycleStory order(AlarmCommand.CommandType type, String rule) {
        return order(type, rule, "nurse", Duration.ZERO, Map.of());
    }

    AlarmLifecycleStory order(AlarmCommand.CommandType type, String rule, Duration length) {
        return order(type, rule, "nurse", length, Map.of());
    }

    AlarmLifecycleStory order(
            AlarmCommand.CommandType type, String rule, String role, Duration length, Map<String, String> arguments) {
        String alert = stayAlarms.of(rule).map(OpenAlarm::alert).orElse(rule);
        return order(asked("order-" + orders++, alert, type, role, length, -1, arguments));
    }

    AlarmCommand asked(
            String id,
            String alert,
            AlarmCommand.CommandType type,
            String role,
            Duration length,
            long version,
            Map<String, String> arguments) {
        Instant end = length.isZero() ? Instant.MAX : now.plus(length);
        return new AlarmCommand(id, alert, type, "n-1", role, now, "", end, version, arguments);
    }

    AlarmLifecycleStory order(AlarmCommand command) {
        entries.addAll(life().execute(command, now, limit -> limit.limit() > 0));
        return this;
    }

    AlarmLifecycleStory transfer(String bed) {
        entries.addAll(life().moveToBed(bed));
        return this;
    }

    AlarmLifecycleStory end() {
        entries.addAll(life().end(List.of(), now));
        return this;
    }

    StayAlarms calls() {
        return stayAlarms;
    }

    List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    LedgerEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** Returns the entries as {@code second STATE rule}, or {@code second COMMAND_REFUSED why}. */
    List<String> told() {
        return entries.stream().map(AlarmLifecycleStory::told).toList();
    }

    private static String told(LedgerEntry entry) {
        long second = Duration.between(START, entry.made().at()).toSeconds();
        String what = entry.refusal().isEmpty()
                ? entry.made().rule()
                : entry.refusal().get(0).name();
        return (second + " " + entry.made().state() + " " + what).strip();
    }
}
