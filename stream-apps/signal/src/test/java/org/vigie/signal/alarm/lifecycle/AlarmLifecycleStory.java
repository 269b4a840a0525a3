package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.AlarmFinding;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.alarm.incident.IncidentTimeText;
import org.vigie.signal.alarm.incident.LiveAlarmValues;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.ReadingPosition;

/** Runs the life cycle of alarms second by second: {@code story.at(0).raised("spo2_low", MEDIUM).at(5).order(ACKNOWLEDGE, "spo2_low")}. */
final class AlarmLifecycleStory {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration PAUSE = Duration.ofMinutes(2);

    private final StayAlarms stayAlarms = new StayAlarms("stay-1");
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final AlarmPolicy policy;
    private Instant now = START;
    private int orders;
    private int score;
    private Instant measuredAt = Instant.MAX;

    AlarmLifecycleStory() {
        this(Set.of());
    }

    AlarmLifecycleStory(Set<AlarmPriority> latching) {
        this(policy(latching));
    }

    AlarmLifecycleStory(AlarmPolicy policy) {
        this.policy = policy;
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
                        EnumSet.complementOf(EnumSet.of(
                                AlarmCommand.CommandType.SET_LIMIT,
                                AlarmCommand.CommandType.SET_NEWS2_SCALE,
                                AlarmCommand.CommandType.UNKNOWN)),
                        "physician",
                        EnumSet.allOf(AlarmCommand.CommandType.class)));
    }

    private AlarmLifecycle life() {
        return new AlarmLifecycle(stayAlarms, policy, "test-1", new StoryValues(score, measuredAt));
    }

    /** Shows each alarm by the name of its rule. */
    private record StoryValues(int earlyWarning, Instant measuredAt) implements LiveAlarmValues {
        @Override
        public LocalizedText text(Alarm alarm, IncidentTimeText time) {
            return LocalizedText.same(alarm.rule());
        }

        @Override
        public Optional<Instant> measuredAfter(Instant since, Alarm alarm, Instant now) {
            return Optional.of(measuredAt.equals(Instant.MAX) ? now : measuredAt)
                    .filter(since::isBefore);
        }

        @Override
        public Instant newestReadingAt(Instant now) {
            return measuredAt.isBefore(now) ? measuredAt : now;
        }
    }

    /** Lets the newest measurement be that of {@code second}. Without this call somebody measures all the time. */
    AlarmLifecycleStory measuredAt(int second) {
        measuredAt = START.plusSeconds(second);
        return this;
    }

    /** Lets the early-warning score have some points from now on. */
    AlarmLifecycleStory scores(int points) {
        score = points;
        return this;
    }

    AlarmLifecycleStory at(int second) {
        now = START.plusSeconds(second);
        entries.addAll(life().advanceTo(now));
        return this;
    }

    AlarmLifecycleStory raised(String rule, AlarmPriority priority) {
        return told(rule, priority, AlarmEventKind.RAISED, now);
    }

    AlarmLifecycleStory told(String rule, AlarmPriority priority, AlarmEventKind state, Instant onset) {
        entries.addAll(life().apply(List.of(event(rule, priority, state, onset, now))));
        return this;
    }

    /** Continues the open alarm of {@code rule} with the transition {@code state}. */
    AlarmLifecycleStory goesOn(String rule, AlarmEventKind state, AlarmPriority priority) {
        return told(
                rule, priority, state, stayAlarms.of(rule).orElseThrow().id().onset());
    }

    static AlarmConditionEvent event(
            String rule, AlarmPriority priority, AlarmEventKind state, Instant onset, Instant at) {
        var cause = new TriggeringReading("spo2", 84, at, new ReadingPosition(0, 1, 0));
        var finding = new AlarmFinding("test-1", 84, 90, new LocalizedText("fr", "en"), List.of(cause));
        var id = new AlarmId("stay-1", rule, onset);
        Alarm alarm = new Alarm(id, AlarmRuleKind.LIMIT, priority, "REA/01", onset, finding);
        return switch (state) {
            case UPGRADED -> new AlarmConditionEvent.Upgraded(alarm, at);
            case DOWNGRADED -> new AlarmConditionEvent.Downgraded(alarm, at);
            case CLEARED -> new AlarmConditionEvent.Cleared(alarm, at);
            default -> new AlarmConditionEvent.Raised(alarm, at);
        };
    }

    AlarmLifecycleStory order(AlarmCommand.CommandType type, String rule) {
        return order(type, rule, "nurse", Duration.ZERO, Map.of());
    }

    AlarmLifecycleStory order(AlarmCommand.CommandType type, String rule, Duration length) {
        return order(type, rule, "nurse", length, Map.of());
    }

    AlarmLifecycleStory order(
            AlarmCommand.CommandType type, String rule, String role, Duration length, Map<String, String> arguments) {
        String alert = stayAlarms
                .of(rule)
                .map(OpenAlarm::alarm)
                .or(() -> stayAlarms.closed().stream()
                        .filter(alarm -> alarm.rule().equals(rule))
                        .findFirst())
                .map(alarm -> alarm.id().digest())
                .orElse(rule);
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

    /** Lets the unit use no rule but these. */
    AlarmLifecycleStory uses(String... rules) {
        entries.addAll(life().endUnused(List.of(rules)::contains));
        return this;
    }

    AlarmLifecycleStory end() {
        entries.addAll(life().end(List.of(), now));
        return this;
    }

    Optional<Instant> nextDeadline() {
        return life().nextDeadline();
    }

    StayAlarms alarms() {
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

    /** Returns the entries that call people as {@code second REASON PRIORITY}. */
    List<String> calls() {
        return entries.stream().flatMap(AlarmLifecycleStory::call).toList();
    }

    private static Stream<String> call(LedgerEntry entry) {
        long second = Duration.between(START, entry.event().at()).toSeconds();
        return entry.stateAfter().incident().stream()
                .flatMap(incident ->
                        incident.newCall().stream().map(call -> second + " " + call + " " + incident.priority()));
    }

    private static String told(LedgerEntry entry) {
        long second = Duration.between(START, entry.event().at()).toSeconds();
        AlarmEvent event = entry.event();
        String what = event.refusalReason()
                .map(AlarmCommandRefusal::name)
                .orElseGet(() -> event.concernedAlarm().map(Alarm::rule).orElse(""));
        return (second + " " + event.kind() + " " + what).strip();
    }
}
