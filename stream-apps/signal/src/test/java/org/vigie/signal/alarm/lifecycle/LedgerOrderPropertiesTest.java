package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.vitals.ReadingPosition;

/**
 * Tests that no entry of a stay is older than the entry before it, with late, future and missing readings. It uses the shipped rules and
 * handles events as alert-streams does.
 */
class LedgerOrderPropertiesTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final AlarmRuleSet RULES =
            AlarmRuleCatalogue.shipped("adult-icu-3").orElseThrow().standard().rules();
    private static final AtomicInteger ENTRIES = new AtomicInteger();

    /** Kinds of events at a bed. */
    enum LedgerStoryEventKind {
        READING,
        WITHDRAWAL,
        SILENCE,
        NOTHING,
        CLOCK_AHEAD,
        UNKNOWN_CODE,
        RISK,
        ACKNOWLEDGE,
        PAUSE_AUDIO,
        SHELVE,
        TRANSFER,
        END
    }

    /**
     * One event.
     *
     * @param step seconds since the previous event, on the ward's clock
     * @param off offset in seconds of the device's clock, or of the window's end, from the ward's clock
     * @param value value of {@code variable}; the risk in percent
     */
    record LedgerStoryEvent(LedgerStoryEventKind what, int step, int off, String variable, int value) {}

    @Property(tries = 600, seed = "1", shrinking = ShrinkingMode.BOUNDED)
    void noEntryIsOlderThanTheOneBeforeIt(@ForAll("days") List<LedgerStoryEvent> events, @ForAll boolean latching) {
        // given
        var ledgerOrderHarness = new LedgerOrderHarness(latching);

        // when
        events.forEach(ledgerOrderHarness::live);

        // then
        List<AlarmEvent> made = ledgerOrderHarness.made;
        for (int i = 1; i < made.size(); i++) {
            assertThat(made.get(i).at())
                    .as("%s after %s", made.get(i), made.get(i - 1))
                    .isAfterOrEqualTo(made.get(i - 1).at());
        }
        ENTRIES.addAndGet(made.size());
    }

    @Property(tries = 400, seed = "1", shrinking = ShrinkingMode.BOUNDED)
    void everyTransitionOfAnAlarmComesAfterItsOnsetAndItsRaise(@ForAll("days") List<LedgerStoryEvent> events) {
        // given
        var ledgerOrderHarness = new LedgerOrderHarness(false);

        // when
        events.forEach(ledgerOrderHarness::live);

        // then
        Map<AlarmId, Instant> raised = new HashMap<>();
        for (AlarmEvent event : ledgerOrderHarness.made) {
            Optional<Alarm> alarm = event.concernedAlarm();
            if (event.kind() == AlarmEventKind.RAISED) {
                raised.put(alarm.orElseThrow().id(), alarm.orElseThrow().raisedAt());
            }
            if (alarm.isPresent() && raised.containsKey(alarm.get().id())) {
                assertThat(alarm.get().raisedAt())
                        .as(event.toString())
                        .isEqualTo(raised.get(alarm.get().id()))
                        .isAfterOrEqualTo(alarm.get().id().onset())
                        .isBeforeOrEqualTo(event.at());
            }
        }
    }

    @AfterContainer
    static void manyEntriesWereWritten() {
        assertThat(ENTRIES.get()).isGreaterThanOrEqualTo(5_000);
    }

    @Provide
    Arbitrary<List<LedgerStoryEvent>> days() {
        Arbitrary<LedgerStoryEventKind> what = Arbitraries.frequency(
                Tuple.of(60, LedgerStoryEventKind.READING),
                Tuple.of(2, LedgerStoryEventKind.WITHDRAWAL),
                Tuple.of(4, LedgerStoryEventKind.SILENCE),
                Tuple.of(3, LedgerStoryEventKind.NOTHING),
                Tuple.of(3, LedgerStoryEventKind.CLOCK_AHEAD),
                Tuple.of(1, LedgerStoryEventKind.UNKNOWN_CODE),
                Tuple.of(2, LedgerStoryEventKind.RISK),
                Tuple.of(2, LedgerStoryEventKind.ACKNOWLEDGE),
                Tuple.of(2, LedgerStoryEventKind.PAUSE_AUDIO),
                Tuple.of(1, LedgerStoryEventKind.SHELVE),
                Tuple.of(1, LedgerStoryEventKind.TRANSFER),
                Tuple.of(1, LedgerStoryEventKind.END));
        Arbitrary<Integer> step = Arbitraries.of(0, 1, 1, 1, 1, 2, 5, 30, 70, 400);
        Arbitrary<Integer> off = Arbitraries.of(0, 0, 0, 0, 0, -1, -3, -20, -65, -600, -7_200, 1, 4, 200, 299);
        Arbitrary<String> variable = Arbitraries.of("spo2", "hr", "pulse_spo2", "abp_sys", "rr");
        Arbitrary<Integer> value = Arbitraries.of(0, 20, 30, 70, 84, 97, 120, 160, 200);
        Arbitrary<LedgerStoryEvent> event =
                Combinators.combine(what, step, off, variable, value).as(LedgerStoryEvent::new);
        Arbitrary<Integer> times = Arbitraries.of(1, 1, 2, 5, 12);
        return Combinators.combine(event, times)
                .as((each, often) -> Collections.nCopies(often, each))
                .list()
                .ofMinSize(10)
                .ofMaxSize(50)
                .map(stretches -> stretches.stream().flatMap(List::stream).toList());
    }

    /** Handles the events of one stay as alert-streams does. */
    private static final class LedgerOrderHarness {
        private final AlarmDetector detector = new AlarmDetector(RULES);
        private final AlarmDetectionState watch = new AlarmDetectionState("stay-1");
        private final StayAlarms stayAlarms = new StayAlarms("stay-1");
        private final AlarmPolicy policy;
        private final List<AlarmEvent> made = new ArrayList<>();
        private Instant now = START;
        private int number;

        LedgerOrderHarness(boolean latching) {
            policy = new AlarmPolicy(
                    latching ? Set.of(AlarmPriority.HIGH, AlarmPriority.MEDIUM) : Set.of(),
                    Map.of(
                            AlarmPriority.HIGH,
                            List.of(new AlarmPolicy.EscalationStep(Duration.ofSeconds(20), "physician"))),
                    Duration.ofMinutes(2),
                    Duration.ofHours(1),
                    Map.of("nurse", EnumSet.allOf(AlarmCommand.CommandType.class)));
            stayAlarms.moveToBed("REA/01");
        }

        void live(LedgerStoryEvent event) {
            now = now.plusSeconds(event.step());
            number++;
            Instant onDevice = now.plusSeconds(event.off());
            switch (event.what()) {
                case READING -> see(event, onDevice, List.of());
                case WITHDRAWAL ->
                    see(
                            event,
                            onDevice,
                            List.of(new InstantReadings.WithdrawnReading(event.variable(), event.value())));
                case SILENCE ->
                    detector.raiseSilent(watch, "REA/01", SILENCE).ifPresent(missed -> {
                        tell(life().advanceTo(missed.at()));
                        tell(life().apply(List.of(missed)));
                    });
                case NOTHING -> tell(life().advanceTo(watch.clock().plusSeconds(event.value())));
                case CLOCK_AHEAD ->
                    tell(life().apply(detector.clock(
                            watch, "REA/01", "m", Duration.ofSeconds(event.value() * 10L), now)));
                case UNKNOWN_CODE -> tell(life().apply(detector.unmapped(watch, "REA/01", "HR", onDevice)));
                case RISK -> tell(life().apply(detector.predict(watch, "REA/01", event.value() / 200.0, onDevice)));
                case TRANSFER -> tell(life().moveToBed("REA/0" + (1 + number % 2)));
                case END -> tell(life().end(detector.clearAll(watch, onDevice), onDevice));
                default -> tell(life().execute(order(event), now, limit -> false));
            }
        }

        private void see(LedgerStoryEvent event, Instant onDevice, List<InstantReadings.WithdrawnReading> withdrawn) {
            List<InstantReadings.KeptReading> kept = withdrawn.isEmpty()
                    ? List.of(new InstantReadings.KeptReading(
                            event.variable(), event.value(), new ReadingPosition(0, number, 0)))
                    : List.of();
            List<AlarmConditionEvent> told =
                    detector.evaluate(watch, new InstantReadings("REA/01", onDevice, now, kept, List.of(), withdrawn));
            tell(life().advanceTo(watch.clock()));
            tell(life().apply(told));
        }

        private AlarmCommand order(LedgerStoryEvent event) {
            var type = AlarmCommand.CommandType.valueOf(event.what().name());
            String alert = stayAlarms.open().stream()
                    .map(open -> open.id().digest())
                    .findFirst()
                    .orElse("none");
            return new AlarmCommand(
                    "o-" + number, alert, type, "n", "nurse", now, "", now.plusSeconds(90), -1, Map.of());
        }

        private AlarmLifecycle life() {
            return new AlarmLifecycle(stayAlarms, policy, "t");
        }

        private void tell(List<LedgerEntry> entries) {
            entries.forEach(entry -> made.add(entry.event()));
        }
    }
}
