package org.vigie.signal.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.vigie.signal.alert.Alarms;
import org.vigie.signal.alert.Frame;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.StayWatch;
import org.vigie.signal.alert.Transition;
import org.vigie.signal.alert.Transition.State;
import org.vigie.signal.alert.rules.RuleBook;
import org.vigie.signal.earlywarning.Place;

/**
 * Whatever arrives late, ahead of its time or without a reading, no entry of a stay is older than the one before it. The rules are those
 * that are shipped; the events reach them as alert-streams lets them.
 */
class LedgerOrderPropertiesTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final AtomicInteger ENTRIES = new AtomicInteger();

    /** What may happen at a bed. */
    enum What {
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
     * @param step seconds since the one before, on the ward's clock
     * @param off seconds by which the device's clock, or the window's end, is off the ward's
     * @param value of {@code variable}; the risk in percent
     */
    record Event(What what, int step, int off, String variable, int value) {}

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void noEntryIsOlderThanTheOneBeforeIt(@ForAll("days") List<Event> events, @ForAll boolean latching) {
        // given
        var ward = new Ward(latching);

        // when
        events.forEach(ward::live);

        // then
        List<Transition> made = ward.made;
        for (int i = 1; i < made.size(); i++) {
            assertThat(made.get(i).at())
                    .as("%s after %s", made.get(i), made.get(i - 1))
                    .isAfterOrEqualTo(made.get(i - 1).at());
        }
        ENTRIES.addAndGet(made.size());
    }

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED)
    void everyTransitionOfAnAlarmComesAfterItsOnsetAndItsRaise(@ForAll("days") List<Event> events) {
        // given
        var ward = new Ward(false);

        // when
        events.forEach(ward::live);

        // then
        Map<String, Transition> raised = new HashMap<>();
        for (Transition each : ward.made) {
            if (each.state() == State.RAISED) {
                raised.put(each.alert(), each);
            }
            if (raised.containsKey(each.alert())) {
                assertThat(each.raisedAt())
                        .as(each.toString())
                        .isEqualTo(raised.get(each.alert()).raisedAt())
                        .isAfterOrEqualTo(each.onset())
                        .isBeforeOrEqualTo(each.at());
            }
        }
    }

    @AfterContainer
    static void manyEntriesWereWritten() {
        assertThat(ENTRIES.get()).isGreaterThanOrEqualTo(5_000);
    }

    @Provide
    Arbitrary<List<Event>> days() {
        Arbitrary<What> what = Arbitraries.frequency(
                Tuple.of(60, What.READING),
                Tuple.of(2, What.WITHDRAWAL),
                Tuple.of(4, What.SILENCE),
                Tuple.of(3, What.NOTHING),
                Tuple.of(3, What.CLOCK_AHEAD),
                Tuple.of(1, What.UNKNOWN_CODE),
                Tuple.of(2, What.RISK),
                Tuple.of(2, What.ACKNOWLEDGE),
                Tuple.of(2, What.PAUSE_AUDIO),
                Tuple.of(1, What.SHELVE),
                Tuple.of(1, What.TRANSFER),
                Tuple.of(1, What.END));
        Arbitrary<Integer> step = Arbitraries.of(0, 1, 1, 1, 1, 2, 5, 30, 70, 400);
        Arbitrary<Integer> off = Arbitraries.of(0, 0, 0, 0, 0, -1, -3, -20, -65, -600, -7_200, 1, 4, 200, 299);
        Arbitrary<String> variable = Arbitraries.of("spo2", "hr", "pulse_spo2", "abp_sys", "rr");
        Arbitrary<Integer> value = Arbitraries.of(0, 20, 30, 70, 84, 97, 120, 160, 200);
        Arbitrary<Event> event =
                Combinators.combine(what, step, off, variable, value).as(Event::new);
        Arbitrary<Integer> times = Arbitraries.of(1, 1, 2, 5, 12);
        return Combinators.combine(event, times)
                .as((each, often) -> Collections.nCopies(often, each))
                .list()
                .ofMinSize(10)
                .ofMaxSize(50)
                .map(stretches -> stretches.stream().flatMap(List::stream).toList());
    }

    /** One stay, as alert-streams leads it through its events. */
    private static final class Ward {
        private final Alarms alarms = new Alarms(RuleBook.adultIcu().standard().rules());
        private final StayWatch watch = new StayWatch("stay-1");
        private final Calls calls = new Calls("stay-1");
        private final Policy policy;
        private final List<Transition> made = new ArrayList<>();
        private Instant now = START;
        private int number;

        Ward(boolean latching) {
            policy = new Policy(
                    latching ? Set.of(Priority.HIGH, Priority.MEDIUM) : Set.of(),
                    Map.of(Priority.HIGH, List.of(new Policy.Escalation(Duration.ofSeconds(20), "physician"))),
                    Duration.ofMinutes(2),
                    Duration.ofHours(1),
                    Map.of("nurse", EnumSet.allOf(Order.Kind.class)));
            calls.lieIn("REA/01");
        }

        void live(Event event) {
            now = now.plusSeconds(event.step());
            number++;
            Instant onDevice = now.plusSeconds(event.off());
            switch (event.what()) {
                case READING -> see(event, onDevice, List.of());
                case WITHDRAWAL -> see(event, onDevice, List.of(new Frame.Withdrawn(event.variable(), event.value())));
                case SILENCE ->
                    alarms.silent(watch, "REA/01", SILENCE).ifPresent(missed -> {
                        tell(life().pass(missed.at()));
                        tell(life().take(List.of(missed)));
                    });
                case NOTHING -> tell(life().pass(watch.clock().plusSeconds(event.value())));
                case CLOCK_AHEAD ->
                    tell(life().take(alarms.clock(watch, "REA/01", "m", Duration.ofSeconds(event.value() * 10L), now)));
                case UNKNOWN_CODE -> tell(life().take(alarms.unmapped(watch, "REA/01", "HR", onDevice)));
                case RISK -> tell(life().take(alarms.predict(watch, "REA/01", event.value() / 200.0, onDevice)));
                case TRANSFER -> tell(life().lieIn("REA/0" + (1 + number % 2)));
                case END -> tell(life().end(alarms.ended(watch, onDevice), onDevice));
                default -> tell(life().hear(order(event), now, limit -> false));
            }
        }

        private void see(Event event, Instant onDevice, List<Frame.Withdrawn> withdrawn) {
            List<Frame.Kept> kept = withdrawn.isEmpty()
                    ? List.of(new Frame.Kept(event.variable(), event.value(), new Place(0, number, 0)))
                    : List.of();
            List<Transition> told = alarms.see(watch, new Frame("REA/01", onDevice, now, kept, List.of(), withdrawn));
            tell(life().pass(watch.clock()));
            tell(life().take(told));
        }

        private Order order(Event event) {
            var kind = Order.Kind.valueOf(event.what().name());
            String alert = calls.open().stream().map(Call::alert).findFirst().orElse("none");
            return new Order("o-" + number, alert, kind, "n", "nurse", now, "", now.plusSeconds(90), -1, Map.of());
        }

        private LifeCycle life() {
            return new LifeCycle(calls, policy, "t");
        }

        private void tell(List<Entry> entries) {
            entries.forEach(entry -> made.add(entry.made()));
        }
    }
}
