package org.vigie.alerts.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests which stays a sweep checks. */
class SweepScheduleTest {
    private final SweepSchedule schedule = new SweepSchedule();

    @Test
    void onlyStaysWhoseTimeHasComeAreDueInTheOrderOfTheirNames() {
        // given
        schedule.schedule("stay-3", 4_000);
        schedule.schedule("stay-1", 5_000);
        schedule.schedule("stay-2", 5_001);

        // when
        List<String> due = schedule.takeDue(5_000);

        // then
        assertThat(due).containsExactly("stay-1", "stay-3");
        assertThat(schedule.takeDue(5_000)).isEmpty();
        assertThat(schedule.takeDue(5_001)).containsExactly("stay-2");
    }

    @Test
    void aCheckThatWasMovedToALaterTimeIsDueAtThatTimeOnly() {
        // given
        schedule.schedule("stay-1", 2_000);
        schedule.schedule("stay-1", 7_000);

        // when
        List<String> before = schedule.takeDue(6_999);

        // then
        assertThat(before).isEmpty();
        assertThat(schedule.takeDue(7_000)).containsExactly("stay-1");
    }

    @Test
    void aCheckThatWasMovedToAnEarlierTimeIsDueOnce() {
        // given
        schedule.schedule("stay-1", 9_000);
        schedule.schedule("stay-1", 3_000);

        // when
        List<String> due = schedule.takeDue(3_000);

        // then
        assertThat(due).containsExactly("stay-1");
        assertThat(schedule.takeDue(9_000)).isEmpty();
    }

    @Test
    void aRemovedStayIsNeverDue() {
        // given
        schedule.schedule("stay-1", 1_000);

        // when
        schedule.remove("stay-1");

        // then
        assertThat(schedule.takeDue(2_000)).isEmpty();
    }
}
