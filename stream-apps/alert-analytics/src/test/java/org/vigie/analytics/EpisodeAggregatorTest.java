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

/** Tests how ledger entries become an episode. */
class EpisodeAggregatorTest {
    private static final Alert RAISED = AlarmEpisodeStory.entry("a", AlertStateRecord.RAISED, 15);
    private static final Alert UPGRADED = Alert.newBuilder(AlarmEpisodeStory.entry("a", AlertStateRecord.UPGRADED, 30))
            .setPriority(AlarmPriorityRecord.HIGH)
            .build();
    private static final Alert ESCALATED = Alert.newBuilder(
                    AlarmEpisodeStory.entry("a", AlertStateRecord.ESCALATED, 120))
            .setCondition(AlertCondition.newBuilder().setEscalationStep(2).build())
            .build();
    private static final Alert ACKNOWLEDGED = AlarmEpisodeStory.entry("a", AlertStateRecord.ACKNOWLEDGED, 135);
    private static final Alert AGAIN = AlarmEpisodeStory.entry("a", AlertStateRecord.ACKNOWLEDGED, 200);
    private static final Alert CLEARED = Alert.newBuilder(AlarmEpisodeStory.entry("a", AlertStateRecord.CLEARED, 315))
            .setClearedAt(AlarmEpisodeStory.at(315))
            .build();
    private static final Alert FEEDBACK = Alert.newBuilder(AlarmEpisodeStory.entry("a", AlertStateRecord.FEEDBACK, 400))
            .setFeedback(AlarmFeedbackRecord.ARTEFACT)
            .build();

    @Test
    void aWholeLifeIsOneEpisode() {
        AlarmEpisode episode = fold(RAISED, UPGRADED, ESCALATED, ACKNOWLEDGED, AGAIN, CLEARED, FEEDBACK);

        assertThat(episode.getUnit()).isEqualTo("REA");
        assertThat(episode.getPriority()).isEqualTo(AlarmPriorityRecord.HIGH);
        assertThat(episode.getRaisedAt()).isEqualTo(AlarmEpisodeStory.at(15));
        assertThat(episode.getAcknowledgedAt()).isEqualTo(AlarmEpisodeStory.at(135));
        assertThat(episode.getClearedAt()).isEqualTo(AlarmEpisodeStory.at(315));
        assertThat(episode.getEscalations()).isEqualTo(2);
        assertThat(episode.getFeedback()).isEqualTo(AlarmFeedbackRecord.ARTEFACT);
    }

    @Test
    void anEntryThatComesTwiceChangesNothing() {
        assertThat(fold(RAISED, RAISED, UPGRADED, ESCALATED, ESCALATED, ACKNOWLEDGED, ACKNOWLEDGED, CLEARED, CLEARED))
                .isEqualTo(fold(RAISED, UPGRADED, ESCALATED, ACKNOWLEDGED, CLEARED));
    }

    @Test
    void aRefusedCommandAndALimitAreNoEpisode() {
        assertThat(EpisodeAggregator.after(
                        Optional.empty(), AlarmEpisodeStory.entry("", AlertStateRecord.LIMIT_SET, 1)))
                .isEmpty();
        assertThat(EpisodeAggregator.after(
                        Optional.empty(), AlarmEpisodeStory.entry("a", AlertStateRecord.COMMAND_REFUSED, 1)))
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
