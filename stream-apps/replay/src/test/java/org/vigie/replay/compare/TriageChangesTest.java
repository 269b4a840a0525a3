package org.vigie.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AttentionLevelRecord;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.testing.story.WardStory;

/** Tests which triage records count as changes. */
class TriageChangesTest {
    private final TriageChanges changes = new TriageChanges();

    @Test
    void aRepetitionByTheClockIsNoChange() {
        // given
        changes.isChange(triage(0, TriageLevelRecord.TRI_4));
        // when
        boolean repeated = changes.isChange(triage(60, TriageLevelRecord.TRI_4));
        // then
        assertThat(repeated).isFalse();
    }

    @Test
    void otherReasonsOrAnotherHoldAreAChange() {
        // given
        changes.isChange(triage(0, TriageLevelRecord.TRI_4));
        TriageAssessmentRecord reasons = triage(1, TriageLevelRecord.TRI_4);
        reasons.setReasonsEn(List.of("NEWS2 of 1 to 4"));
        TriageAssessmentRecord held =
                TriageAssessmentRecord.newBuilder(reasons).setHeldUntil(at(300)).build();
        // when, then
        assertThat(changes.isChange(reasons)).isTrue();
        assertThat(changes.isChange(held)).isTrue();
    }

    @Test
    void twoChangesOfOneInstantHaveTwoKeys() {
        // given
        TriageAssessmentRecord first = triage(0, TriageLevelRecord.TRI_4);
        TriageAssessmentRecord second = triage(0, TriageLevelRecord.TRI_2);
        // when
        changes.isChange(first);
        String one = changes.key(first);
        changes.isChange(second);
        String other = changes.key(second);
        // then
        assertThat(one).endsWith("#1");
        assertThat(other).endsWith("#2");
    }

    @Test
    void anUnknownLevelIsLeftOutAndTheSameLevelAfterItIsNoChange() {
        // given
        changes.isChange(triage(0, TriageLevelRecord.TRI_4));
        // when
        boolean unknown = changes.isChange(triage(30, TriageLevelRecord.UNKNOWN));
        boolean again = changes.isChange(triage(31, TriageLevelRecord.TRI_4));
        // then
        assertThat(unknown).isFalse();
        assertThat(again).isFalse();
    }

    @Test
    void theMinutesOfAnAlarmInTheAttentionLevelAreNoChange() {
        // given
        TriageAssessmentRecord first = triage(0, TriageLevelRecord.TRI_4);
        first.setAttention(attention("High alarm for 0 min"));
        TriageAssessmentRecord later = triage(20, TriageLevelRecord.TRI_4);
        later.setAttention(attention("High alarm for 1 min"));
        // when
        changes.isChange(first);
        boolean changed = changes.isChange(later);
        // then
        assertThat(changed).isFalse();
    }

    private static AttentionRecord attention(String reason) {
        return AttentionRecord.newBuilder()
                .setLevel(AttentionLevelRecord.HIGH)
                .setReasonsFr(List.of(reason))
                .setReasonsEn(List.of(reason))
                .setRuleVersion("1")
                .build();
    }

    private static TriageAssessmentRecord triage(long second, TriageLevelRecord level) {
        return TriageAssessmentRecord.newBuilder()
                .setStay("stay-1")
                .setBed("REA/1")
                .setAt(at(second))
                .setLevel(level)
                .setNews2Low(2)
                .setNews2High(2)
                .setMissing(List.of())
                .setReasonsFr(List.of())
                .setReasonsEn(List.of())
                .setRuleVersion("1")
                .build();
    }

    private static Instant at(long second) {
        return WardStory.at(second);
    }
}
