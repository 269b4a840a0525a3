package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import net.jqwik.api.lifecycle.AfterContainer;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.Alarm;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.AlarmId;
import org.vigie.signal.alarm.event.CallReason;
import org.vigie.signal.alarm.incident.IncidentStateAfter;

/** Tests what holds for the incidents of any story of alarms and commands. */
class IncidentPropertiesTest {
    private static final AtomicInteger CALLS = new AtomicInteger();

    /**
     * What happens to one rule.
     *
     * @param step seconds since the previous event
     * @param points early-warning score from then on
     */
    record IncidentEvent(IncidentAction action, int step, String rule, AlarmPriority priority, int points) {}

    /** Kinds of events. CHANGE raises an alarm, or gives an open one another priority. */
    enum IncidentAction {
        CHANGE,
        CLEAR,
        ACKNOWLEDGE,
        ACKNOWLEDGE_INCIDENT,
        SHELVE,
        UNSHELVE,
        RESET
    }

    @Property(tries = 1_000, seed = "1")
    void everyAlarmOfThePatientBelongsToExactlyOneIncident(@ForAll("stories") List<IncidentEvent> events) {
        // given
        Map<AlarmId, String> incidents = new HashMap<>();

        // when, then
        for (LedgerEntry entry : IncidentHarness.play(events)) {
            IncidentStateAfter after = entry.stateAfter().incident().orElse(null);
            if (entry.stateAfter().openAlarm().isPresent()) {
                AlarmId alarm = entry.stateAfter().openAlarm().orElseThrow().id();
                assertThat(after).as(entry.toString()).isNotNull();
                assertThat(incidents.merge(alarm, after.incident().id(), (known, next) -> known))
                        .isEqualTo(after.incident().id());
            }
        }
    }

    @Property(tries = 1_000, seed = "1")
    void everyAlarmThatIsNotShelvedBelongsToAnIncidentThatCalledWithItsPriority(
            @ForAll("stories") List<IncidentEvent> events) {
        // given
        Map<String, AlarmPriority> called = new HashMap<>();

        // when, then
        for (LedgerEntry entry : IncidentHarness.play(events)) {
            IncidentStateAfter after = entry.stateAfter().incident().orElse(null);
            if (after == null) {
                continue;
            }
            if (after.newCall().isPresent()) {
                CALLS.incrementAndGet();
                called.merge(
                        after.incident().id(),
                        after.incident().calls().priorityOrNull(),
                        IncidentPropertiesTest::higher);
            }
            if (isCalling(entry)) {
                Alarm alarm = entry.event().concernedAlarm().orElseThrow();
                assertThat(called.get(after.incident().id()))
                        .as(entry.toString())
                        .isNotNull();
                assertThat(alarm.priority().isAbove(called.get(after.incident().id())))
                        .as(entry.toString())
                        .isFalse();
            }
        }
    }

    @Property(tries = 2_000, seed = "1")
    void eachAlarmThatWaitsForAnAnswerHasCalledOrHadAStepOrHasOneDue(@ForAll("stories") List<IncidentEvent> events) {
        // given
        AlarmPolicy policy = AlarmLifecycleStory.policy(Set.of(AlarmPriority.HIGH))
                .with(IncidentLifecycleTest.policy().incidents());
        var harness = new IncidentHarness(policy);

        // when, then
        for (IncidentEvent event : events) {
            harness.play(event);
            for (OpenAlarm waiting : harness.withoutStep()) {
                assertThat(wasToldSinceItsRaise(waiting, harness.entries()))
                        .as(waiting + " after " + event)
                        .isTrue();
            }
        }
    }

    /** Five minutes are the delay of the only step of a MEDIUM alarm, and more than the first of a HIGH one. */
    @Property(tries = 2_000, seed = "1")
    void aRaisedAlarmThatWaitsHasACallOrAStepWithinFiveMinutes(@ForAll("stories") List<IncidentEvent> events) {
        // given
        List<IncidentEvent> told = new ArrayList<>(events);
        told.add(new IncidentEvent(IncidentAction.UNSHELVE, 3_600, "none", AlarmPriority.LOW, 0));
        // when
        List<LedgerEntry> entries = IncidentHarness.play(told);
        // then
        for (int index = 0; index < entries.size(); index++) {
            if (isRaisedAboveLow(entries.get(index))) {
                assertThat(isToldInTime(entries.subList(index, entries.size())))
                        .as(entries.get(index).toString())
                        .isTrue();
            }
        }
    }

    private static boolean isRaisedAboveLow(LedgerEntry entry) {
        return entry.event().kind() == AlarmEventKind.RAISED
                && isCalling(entry)
                && entry.event().concernedAlarm().orElseThrow().priority() != AlarmPriority.LOW;
    }

    /** Returns true when a call or a step comes in time, or when the alarm needs none before that time. */
    private static boolean isToldInTime(List<LedgerEntry> sinceRaise) {
        LedgerEntry raised = sinceRaise.get(0);
        Instant latest = raised.event().at().plus(Duration.ofMinutes(5));
        return sinceRaise.stream()
                .takeWhile(entry -> !entry.event().at().isAfter(latest))
                .anyMatch(entry -> isTold(entry) || isSettled(entry, raised));
    }

    private static boolean isTold(LedgerEntry entry) {
        return entry.event().kind() == AlarmEventKind.ESCALATED
                || entry.stateAfter()
                        .incident()
                        .filter(after -> after.newCall().isPresent())
                        .isPresent();
    }

    /** Returns true for a later entry by which the alarm ended, was answered, was shelved or became LOW. */
    private static boolean isSettled(LedgerEntry entry, LedgerEntry raised) {
        AlarmId alarm = raised.event().concernedAlarm().orElseThrow().id();
        boolean concerns = entry.sequence() != raised.sequence()
                && entry.event()
                        .concernedAlarm()
                        .filter(each -> each.id().equals(alarm))
                        .isPresent();
        return concerns
                && switch (entry.event().kind()) {
                    case CLEARED, LATCHED, ACKNOWLEDGED, SHELVED -> true;
                    case DOWNGRADED ->
                        entry.event().concernedAlarm().orElseThrow().priority() == AlarmPriority.LOW;
                    default -> false;
                };
    }

    private static boolean wasToldSinceItsRaise(OpenAlarm waiting, List<LedgerEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.stateAfter().incident().isPresent())
                .filter(entry -> !entry.event().at().isBefore(waiting.alarm().raisedAt()))
                .filter(entry -> entry.event().kind() != AlarmEventKind.ESCALATED
                        || entry.event().at().isAfter(waiting.alarm().raisedAt()))
                .anyMatch(entry -> entry.event().kind() == AlarmEventKind.ESCALATED
                        || entry.stateAfter().incident().orElseThrow().newCall().isPresent());
    }

    private static boolean isCalling(LedgerEntry entry) {
        AlarmEventKind kind = entry.event().kind();
        return (kind == AlarmEventKind.RAISED || kind == AlarmEventKind.UPGRADED)
                && entry.stateAfter().shelfEndOrNull() == null;
    }

    private static AlarmPriority higher(AlarmPriority one, AlarmPriority other) {
        return one.isAbove(other) ? one : other;
    }

    @Property(tries = 1_000, seed = "1")
    void noIncidentCallsTwiceWithoutAnAcknowledgementARiseOrTheEndOfTheChainBetween(
            @ForAll("stories") List<IncidentEvent> events) {
        // given
        String incident = "";
        boolean settled = false;
        int lowest = 0;

        // when, then
        for (LedgerEntry entry : IncidentHarness.play(events)) {
            IncidentStateAfter after = entry.stateAfter().incident().orElse(null);
            if (after == null) {
                continue;
            }
            int level = rank(after.incident().levelOrNull());
            boolean same = after.incident().id().equals(incident);
            CallReason call = after.newCallOrNull();
            if (same && call != null && call != CallReason.OPENED) {
                assertThat(settled || level < lowest).as(entry.toString()).isTrue();
            }
            boolean begins = !same || call != null;
            incident = after.incident().id();
            settled = (settled && !begins)
                    || entry.event().kind() == AlarmEventKind.ACKNOWLEDGED
                    || after.incident().isAcknowledged()
                    || after.escalatesAtOrNull() == null;
            lowest = begins ? level : Math.max(lowest, level);
        }
    }

    /** Returns 0 for the most urgent priority, 3 when no alarm calls. */
    private static int rank(AlarmPriority level) {
        List<AlarmPriority> priorities = List.of(AlarmPriority.values());
        return level == null ? priorities.size() : priorities.indexOf(level);
    }

    @AfterContainer
    static void manyCallsWereMade() {
        assertThat(CALLS.get()).isGreaterThanOrEqualTo(2_000);
    }

    @Provide
    Arbitrary<List<IncidentEvent>> stories() {
        Arbitrary<IncidentAction> action = Arbitraries.of(
                IncidentAction.CHANGE,
                IncidentAction.CHANGE,
                IncidentAction.CHANGE,
                IncidentAction.CLEAR,
                IncidentAction.CLEAR,
                IncidentAction.ACKNOWLEDGE,
                IncidentAction.ACKNOWLEDGE_INCIDENT,
                IncidentAction.SHELVE,
                IncidentAction.UNSHELVE,
                IncidentAction.RESET);
        Arbitrary<Integer> step = Arbitraries.of(0, 1, 5, 30, 90, 200, 301, 700);
        Arbitrary<String> rule = Arbitraries.of("hr_high", "pressure_low", "spo2_low", "rr_high");
        Arbitrary<Integer> points = Arbitraries.of(0, 4, 5, 7, 9);
        return Combinators.combine(action, step, rule, Arbitraries.of(AlarmPriority.class), points)
                .as(IncidentEvent::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }
}
