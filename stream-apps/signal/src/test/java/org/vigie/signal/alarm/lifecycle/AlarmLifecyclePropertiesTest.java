package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.vigie.signal.alarm.command.AlarmCommand;

/**
 * Tests rules and life cycle against the simple {@link ReferenceAlarmModel}, with random readings, gaps, late readings, commands and
 * restarts.
 */
class AlarmLifecyclePropertiesTest {
    private static final AtomicInteger EPISODES = new AtomicInteger();

    /**
     * A reading and the command that follows it.
     *
     * @param step seconds since the previous event
     * @param seconds duration of a pause or shelving
     * @param again true when the previous reading comes once more, late
     * @param restart true when all state is written and read
     */
    record LifecycleEvent(
            int step, int value, AlarmCommand.CommandType order, int seconds, boolean again, boolean restart) {}

    @Property(tries = 2_000, seed = "1", shrinking = ShrinkingMode.BOUNDED)
    void theLifeOfAlarmsIsThatOfThePlainWard(@ForAll("stories") List<LifecycleEvent> events, @ForAll boolean latching) {
        // when
        List<String> told = new AlarmLifecycleHarness(latching).live(events);

        // then
        assertThat(told).isEqualTo(ReferenceAlarmModel.live(events, latching));
        EPISODES.addAndGet(
                (int) told.stream().filter(each -> each.endsWith("RAISED")).count());
    }

    @AfterContainer
    static void tenThousandEpisodesWereLived() {
        assertThat(EPISODES.get()).isGreaterThanOrEqualTo(10_000);
    }

    /** Returns stretches of good, bad and worse values. A long gap comes only between stretches. */
    @Provide
    Arbitrary<List<LifecycleEvent>> stories() {
        Arbitrary<Integer> level = Arbitraries.of(96, 96, 96, 91, 90, 85, 85, 81, 80, 75, 75, 75);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 9);
        Arbitrary<Integer> gap = Arbitraries.of(1, 1, 1, 1, 1, 3, 130);
        return Combinators.combine(level, length, gap)
                .as(Tuple::of)
                .flatMap(stretch -> event().list().ofSize(stretch.get2()).map(events -> {
                    List<LifecycleEvent> made = new ArrayList<>();
                    events.forEach(each -> made.add(new LifecycleEvent(
                            made.isEmpty() ? stretch.get3() : 1,
                            stretch.get1(),
                            each.order(),
                            each.seconds(),
                            each.again() && !made.isEmpty(),
                            each.restart())));
                    return made;
                }))
                .list()
                .ofMinSize(20)
                .ofMaxSize(60)
                .map(AlarmLifecyclePropertiesTest::joined);
    }

    private Arbitrary<LifecycleEvent> event() {
        Arbitrary<AlarmCommand.CommandType> order = Arbitraries.frequency(
                Tuple.of(30, AlarmCommand.CommandType.UNKNOWN),
                Tuple.of(2, AlarmCommand.CommandType.ACKNOWLEDGE),
                Tuple.of(2, AlarmCommand.CommandType.PAUSE_AUDIO),
                Tuple.of(1, AlarmCommand.CommandType.SHELVE),
                Tuple.of(1, AlarmCommand.CommandType.UNSHELVE),
                Tuple.of(1, AlarmCommand.CommandType.LATCH_RESET));
        Arbitrary<Boolean> seldom = Arbitraries.integers().between(0, 9).map(one -> one == 0);
        return Combinators.combine(order, Arbitraries.integers().between(1, 35), seldom, seldom)
                .as((what, seconds, again, restart) -> new LifecycleEvent(1, 0, what, seconds, again, restart));
    }

    /** Sends three normal seconds first, so that the interval is known. After a long gap it sends at least one normal second. */
    private static List<LifecycleEvent> joined(List<List<LifecycleEvent>> stretches) {
        List<LifecycleEvent> events = new ArrayList<>();
        for (int second = 0; second < 3; second++) {
            events.add(new LifecycleEvent(1, 96, AlarmCommand.CommandType.UNKNOWN, 1, false, false));
        }
        for (List<LifecycleEvent> stretch : stretches) {
            boolean afterGap = events.get(events.size() - 1).step() > 60;
            LifecycleEvent first = stretch.get(0);
            events.add(
                    afterGap
                            ? new LifecycleEvent(
                                    1, first.value(), first.order(), first.seconds(), false, first.restart())
                            : first);
            events.addAll(stretch.subList(1, stretch.size()));
        }
        return events;
    }

    static Instant at(int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    }

    static String told(LedgerEntry entry) {
        return Duration.between(at(0), entry.event().at()).toSeconds() + " "
                + entry.event().kind();
    }
}
