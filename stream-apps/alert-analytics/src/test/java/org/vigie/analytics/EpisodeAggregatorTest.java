package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.CallReasonRecord;
import org.vigie.schemas.IncidentRecord;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests how ledger entries become an episode. */
class EpisodeAggregatorTest {
    private static final BedStory BED = new WardStory().bed("REA/03", "stay-1");
    private static final Alert RAISED = BED.alert("a").entry(AlertStateRecord.RAISED, WardStory.at(15));
    private static final Alert UPGRADED = Alert.newBuilder(
                    BED.alert("a").entry(AlertStateRecord.UPGRADED, WardStory.at(30)))
            .setPriority(AlarmPriorityRecord.HIGH)
            .build();
    private static final Alert ESCALATED = Alert.newBuilder(
                    BED.alert("a").entry(AlertStateRecord.ESCALATED, WardStory.at(120)))
            .setCondition(AlertCondition.newBuilder().setEscalationStep(2).build())
            .build();
    private static final Alert ACKNOWLEDGED = BED.alert("a").entry(AlertStateRecord.ACKNOWLEDGED, WardStory.at(135));
    private static final Alert AGAIN = BED.alert("a").entry(AlertStateRecord.ACKNOWLEDGED, WardStory.at(200));
    private static final Alert CLEARED = Alert.newBuilder(
                    BED.alert("a").entry(AlertStateRecord.CLEARED, WardStory.at(315)))
            .setClearedAt(WardStory.at(315))
            .build();
    private static final Alert FEEDBACK = Alert.newBuilder(
                    BED.alert("a").entry(AlertStateRecord.FEEDBACK, WardStory.at(400)))
            .setFeedback(AlarmFeedbackRecord.ARTEFACT)
            .build();

    @Test
    void aWholeLifeIsOneEpisode() {
        // when
        AlarmEpisode episode = fold(RAISED, UPGRADED, ESCALATED, ACKNOWLEDGED, AGAIN, CLEARED, FEEDBACK);

        // then
        assertThat(episode.getUnit()).isEqualTo("REA");
        assertThat(episode.getPriority()).isEqualTo(AlarmPriorityRecord.HIGH);
        assertThat(episode.getRaisedAt()).isEqualTo(WardStory.at(15));
        assertThat(episode.getAcknowledgedAt()).isEqualTo(WardStory.at(135));
        assertThat(episode.getClearedAt()).isEqualTo(WardStory.at(315));
        assertThat(episode.getEscalations()).isEqualTo(2);
        assertThat(episode.getFeedback()).isEqualTo(AlarmFeedbackRecord.ARTEFACT);
    }

    @Test
    void anEntryThatComesTwiceChangesNothing() {
        assertThat(fold(RAISED, RAISED, UPGRADED, ESCALATED, ESCALATED, ACKNOWLEDGED, ACKNOWLEDGED, CLEARED, CLEARED))
                .isEqualTo(fold(RAISED, UPGRADED, ESCALATED, ACKNOWLEDGED, CLEARED));
    }

    @Test
    void anAlarmOfAnIncidentCountsOnlyTheCallsOfItsEntries() {
        // given
        Alert extending = ofIncident(RAISED, 1, null);
        Alert again = ofIncident(
                BED.alert("a").entry(AlertStateRecord.CALLED_AGAIN, WardStory.at(500)), 9, CallReasonRecord.STILL_TRUE);

        // when
        AlarmEpisode episode = fold(extending, again, again);

        // then
        assertThat(episode.getIncident()).isEqualTo("i");
        assertThat(episode.getCalls()).isEqualTo(1);
        assertThat(episode.getCalledAt()).isEqualTo(WardStory.at(500));
    }

    private static Alert ofIncident(Alert entry, long sequence, CallReasonRecord call) {
        return Alert.newBuilder(entry)
                .setSequence(sequence)
                .setIncident(IncidentRecord.newBuilder()
                        .setIncident("i")
                        .setOnset(WardStory.at(0))
                        .setPriority(AlarmPriorityRecord.HIGH)
                        .setCalls(1)
                        .setNewCall(call)
                        .setMessageFr("")
                        .setMessageEn("")
                        .build())
                .build();
    }

    @Test
    void aRefusedCommandAndALimitAreNoEpisode() {
        assertThat(EpisodeAggregator.after(
                        Optional.empty(), BED.alert("").entry(AlertStateRecord.LIMIT_SET, WardStory.at(1))))
                .isEmpty();
        assertThat(EpisodeAggregator.after(
                        Optional.empty(), BED.alert("a").entry(AlertStateRecord.COMMAND_REFUSED, WardStory.at(1))))
                .isEmpty();
    }

    private static AlarmEpisode fold(Alert... entries) {
        Optional<AlarmEpisode> episode = Optional.empty();
        for (Alert entry : List.of(entries)) {
            episode = EpisodeAggregator.after(episode, entry);
        }
        return episode.orElseThrow();
    }
}
