package org.vigie.simulator.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.ward.TestWards.LIVE;
import static org.vigie.simulator.ward.TestWards.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.event.AlarmConditionEvent;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.alarm.event.TriggeringReading;
import org.vigie.signal.clean.CleaningOutcome;

/** Runs the ward's rules over simulated beds: an alert must follow each true deterioration, and no alert may come without one. */
class WatchedWardTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twelveEpisodesRaiseTwelveAlertsAndClearThem(long seed) {
        // when, then
        for (BedFeed bed : ward(seed, 12, "twelve", true).beds().subList(0, 12)) {
            Truth truth = bed.deteriorations(LIVE, LIVE.plusSeconds(600)).get(0);

            List<AlarmConditionEvent> made = ofThePatient(BedRuleRun.over(withPast(bed, Duration.ofMinutes(10))));

            assertThat(made).as("%s", truth).isNotEmpty();
            assertThat(made)
                    .extracting(event -> event.alarm().id())
                    .containsOnly(made.get(0).alarm().id());
            assertThat(made.get(made.size() - 1).kind()).isEqualTo(AlarmEventKind.CLEARED);
            assertThat(made)
                    .allMatch(each -> !each.alarm().id().onset().isBefore(truth.getFrom())
                            && each.alarm().id().onset().isBefore(truth.getUntil()));
            assertThat(made.get(0).causes())
                    .extracting(TriggeringReading::variable)
                    .contains(truth.getVariable());
        }
    }

    @Test
    void troubleWithTheEquipmentIsNoAlarmOfThePatient() {
        // when, then
        for (BedFeed bed : ward(21, 8, "quiet", true).beds()) {
            List<ScheduledRecord> events = withPast(bed, Duration.ofHours(2));

            BedRuleRun watch = BedRuleRun.over(events);

            assertThat(ofThePatient(watch)).as(bed.bed()).isEmpty();
            List<Truth> cables = TestWards.truths(events, TruthKind.CABLE_OFF).toList();
            assertThat(watch.transitions())
                    .allMatch(alarm -> cables.stream()
                            .anyMatch(cable -> near(alarm.alarm().id().onset(), cable)));
        }
    }

    @Test
    void aQuietWardHasNoSuspectReading() {
        // when, then
        for (BedFeed bed : ward(22, 3, "quiet", false).beds()) {
            BedRuleRun watch = BedRuleRun.over(withPast(bed, Duration.ofHours(2)));

            assertThat(watch.transitions()).isEmpty();
            assertThat(watch.reasons().keySet()).allMatch(reason -> reason.outcome() == CleaningOutcome.KEPT);
        }
    }

    private static List<ScheduledRecord> withPast(BedFeed bed, Duration length) {
        return bed.events(LIVE.minus(Duration.ofHours(2)), LIVE.plus(length), LIVE);
    }

    private static List<AlarmConditionEvent> ofThePatient(BedRuleRun watch) {
        return watch.transitions().stream()
                .filter(made -> made.alarm().kind() != AlarmRuleKind.TECHNICAL)
                .toList();
    }

    private static boolean near(Instant onset, Truth truth) {
        return !onset.isBefore(truth.getFrom().minusSeconds(2))
                && onset.isBefore(truth.getUntil().plusSeconds(60));
    }
}
