package org.vigie.signal.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.Transition.State;

/** The life of alarms told second by second: {@code story.at(0).raised("spo2_low", MEDIUM).at(5).order(ACKNOWLEDGE, "spo2_low")}. */
final class LifeStory {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration PAUSE = Duration.ofMinutes(2);

    private final Calls calls = new Calls("stay-1");
    private final List<Entry> entries = new ArrayList<>();
    private final Policy policy;
    private Instant now = START;
    private int orders;

    LifeStory() {
        this(Set.of());
    }

    LifeStory(Set<Priority> latching) {
        policy = policy(latching);
        calls.lieIn("REA/01");
    }

    static Policy policy(Set<Priority> latching) {
        return new Policy(
                latching,
                Map.of(
                        Priority.HIGH,
                        List.of(
                                new Policy.Escalation(Duration.ofMinutes(1), "charge-nurse"),
                                new Policy.Escalation(Duration.ofMinutes(3), "physician")),
                        Priority.MEDIUM,
                        List.of(new Policy.Escalation(Duration.ofMinutes(5), "charge-nurse"))),
                PAUSE,
                Duration.ofHours(1),
                Map.of(
                        "nurse",
                        EnumSet.complementOf(EnumSet.of(Order.Kind.SET_LIMIT, Order.Kind.UNKNOWN)),
                        "physician",
                        EnumSet.allOf(Order.Kind.class)));
    }

    private LifeCycle life() {
        return new LifeCycle(calls, policy, "test-1");
    }

    LifeStory at(int second) {
        now = START.plusSeconds(second);
        entries.addAll(life().pass(now));
        return this;
    }

    LifeStory raised(String rule, Priority priority) {
        return told(rule, priority, State.RAISED, now);
    }

    LifeStory told(String rule, Priority priority, State state, Instant onset) {
        entries.addAll(life().take(List.of(transition(rule, priority, state, onset, now))));
        return this;
    }

    /** What is open under {@code rule} goes on as {@code state}. */
    LifeStory goesOn(String rule, State state, Priority priority) {
        return told(rule, priority, state, calls.of(rule).orElseThrow().told().onset());
    }

    static Transition transition(String rule, Priority priority, State state, Instant onset, Instant at) {
        return new Transition(
                rule + "@" + onset.getEpochSecond(),
                "stay-1",
                "REA/01",
                rule,
                "test-1",
                RuleKind.LIMIT,
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

    LifeStory order(Order.Kind kind, String rule) {
        return order(kind, rule, "nurse", Duration.ZERO, Map.of());
    }

    LifeStory order(Order.Kind kind, String rule, Duration length) {
        return order(kind, rule, "nurse", length, Map.of());
    }

    LifeStory order(Order.Kind kind, String rule, String role, Duration length, Map<String, String> arguments) {
        String alert = calls.of(rule).map(Call::alert).orElse(rule);
        return order(asked("order-" + orders++, alert, kind, role, length, -1, arguments));
    }

    Order asked(
            String id,
            String alert,
            Order.Kind kind,
            String role,
            Duration length,
            long version,
            Map<String, String> arguments) {
        Instant end = length.isZero() ? Instant.MAX : now.plus(length);
        return new Order(id, alert, kind, "n-1", role, now, "", end, version, arguments);
    }

    LifeStory order(Order order) {
        entries.addAll(life().hear(order, now, limit -> limit.limit() > 0));
        return this;
    }

    LifeStory transfer(String bed) {
        entries.addAll(life().lieIn(bed));
        return this;
    }

    LifeStory end() {
        entries.addAll(life().end(List.of(), now));
        return this;
    }

    Calls calls() {
        return calls;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Entry last() {
        return entries.get(entries.size() - 1);
    }

    /** {@code second STATE rule}, or {@code second COMMAND_REFUSED why}. */
    List<String> told() {
        return entries.stream().map(LifeStory::told).toList();
    }

    private static String told(Entry entry) {
        long second = Duration.between(START, entry.made().at()).toSeconds();
        String what = entry.refusal().isEmpty()
                ? entry.made().rule()
                : entry.refusal().get(0).name();
        return (second + " " + entry.made().state() + " " + what).strip();
    }
}
