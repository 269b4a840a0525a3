package org.vigie.signal.alarm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.alarm.AlarmPriority.HIGH;
import static org.vigie.signal.alarm.AlarmPriority.LOW;
import static org.vigie.signal.alarm.AlarmPriority.MEDIUM;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.command.AlarmCommand.CommandType;
import org.vigie.signal.alarm.command.AlarmFeedback;
import org.vigie.signal.alarm.event.AlarmEventKind;

/** Tests what ends an alarm, a patient limit or a shelf: a transfer, the end of the stay, other rules. */
class EndedAlarmConditionTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AlarmLifecycleStory story = new AlarmLifecycleStory();

    private String alert() {
        return story.alarms().of("hr_high").orElseThrow().id().digest();
    }

    @Test
    void aPatientsLimitEndsWithATransferAndIsAudited() {
        // given
        Map<String, String> limit = Map.of("variable", "spo2", "side", "BELOW", "priority", "MEDIUM", "limit", "88");

        // when
        story.at(0).order(CommandType.SET_LIMIT, "", "physician", Duration.ZERO, limit);

        // then
        assertThat(story.alarms().limits()).singleElement().satisfies(set -> {
            assertThat(set.limit()).isEqualTo(88);
            assertThat(set.until()).isEqualTo(Instant.MAX);
        });

        // when
        story.at(50).transfer("USC/02");

        // then
        assertThat(story.told()).containsExactly("0 LIMIT_SET", "50 LIMIT_EXPIRED");
        assertThat(story.alarms().limits()).isEmpty();
    }

    @Test
    void aPatientsLimitEndsAtItsTime() {
        // given
        Map<String, String> limit = Map.of("variable", "spo2", "side", "BELOW", "priority", "MEDIUM", "limit", "88");

        // when
        story.at(0).order(CommandType.SET_LIMIT, "", "physician", MINUTE, limit).at(90);

        // then
        assertThat(story.told()).containsExactly("0 LIMIT_SET", "60 LIMIT_EXPIRED");
    }

    @Test
    void anAlarmThatIsOverCanStillBeJudged() {
        // given
        story.at(0).raised("hr_high", MEDIUM);
        String over = alert();
        story.at(9).goesOn("hr_high", AlarmEventKind.CLEARED, MEDIUM);

        // when
        story.order(story.asked(
                "f", over, CommandType.FEEDBACK, "nurse", Duration.ZERO, -1, Map.of("verdict", "ARTEFACT")));

        // then
        assertThat(story.told()).endsWith("9 FEEDBACK hr_high");
        assertThat(story.last().event().givenFeedback()).contains(AlarmFeedback.ARTEFACT);
    }

    @Test
    void theEndOfTheStayEndsAllThatIsLatchedShelvedOrSet() {
        // given
        AlarmLifecycleStory latching = new AlarmLifecycleStory(Set.of(AlarmPriority.HIGH));
        latching.at(0).raised("spo2_low", HIGH).raised("hr_high", LOW);
        latching.order(CommandType.SHELVE, "hr_high", MINUTE).at(20).goesOn("spo2_low", AlarmEventKind.CLEARED, HIGH);

        // when
        latching.at(30).end();

        // then
        assertThat(latching.alarms().open()).isEmpty();
        assertThat(latching.alarms().shelves()).isEmpty();
    }

    @Test
    void anAlarmWhoseRuleTheNewUnitDoesNotUseEndsAlsoWhenItIsLatched() {
        // given
        var latching = new AlarmLifecycleStory(Set.of(AlarmPriority.HIGH));
        latching.at(0).raised("hr_low", AlarmPriority.HIGH).raised("news2", AlarmPriority.MEDIUM);
        latching.raised("spo2_low", AlarmPriority.MEDIUM);
        latching.at(5).goesOn("hr_low", AlarmEventKind.CLEARED, AlarmPriority.HIGH);

        // when
        latching.at(10).transfer("USC/01").uses("spo2_low");

        // then
        assertThat(latching.told()).endsWith("10 CLEARED hr_low", "10 CLEARED news2");
        assertThat(latching.alarms().open())
                .extracting(open -> open.id().rule())
                .containsExactly("spo2_low");
    }
}
