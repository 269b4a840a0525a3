package org.vigie.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.AlertFeedback;
import org.vigie.schemas.AlertPriority;
import org.vigie.schemas.AlertState;

/** Tests how ledger entries become an episode. */
class EpisodeAggregatorTest {
    private static final Alert RAISED = AlarmEpisodeStory.entry("a", AlertState.RAISED, 15);
    private static final Alert UPGRADED = Alert.newBuilder(AlarmEpisodeStory.entry("a", AlertState.UPGRADED, 30))
            .setPriority(AlertPriority.HIGH)
            .build();
    private static final Alert ESCALATED = Alert.newBuilder(AlarmEpisodeStory.entry("a", AlertState.ESCALATED, 120))
            .setCondition(AlertCondition.newBuilder().setEscalationStep(2).build())
            .build();
    private static final Alert ACKNOWLEDGED = AlarmEpisodeStory.entry("a", AlertState.ACKNOWLEDGED, 135);
    private static final Alert AGAIN = AlarmEpisodeStory.entry("a", AlertState.ACKNOWLEDGED, 200);
    private static final Alert CLEARED = Alert.newBuilder(AlarmEpisodeStory.entry("a", AlertState.CLEARED, 315))
            .setClearedAt(AlarmEpisodeStory.at(315))
            .build();
    private static final Alert FEEDBACK = Alert.newBuilder(AlarmEpisodeStory.entry("a", AlertState.FEEDBACK, 400))
            .setFeedback(AlertFeedback.ARTEFACT)
            .build();

    @Test
    void aWholeLifeIsOneEpisode() {
        AlarmEpisode episode = fold(RAISED, UPGRADED, ESCALATED, ACKNOWLEDGED, AGAIN, CLEARED, FEEDBACK);

        assertThat(episode.getUnit()).isEqualTo("REA");
        assertThat(episode.getPriority()).isEqualTo(AlertPriority.HIGH);
        assertThat(episode.getRaisedAt()).isEqualTo(AlarmEpisodeStory.at(15));
        assertThat(episode.getAcknowledgedAt()).isEqualTo(AlarmEpisodeStory.at(135));
        assertThat(episode.getClearedAt()).isEqualTo(AlarmEpisodeStory.at(315));
        assertThat(episode.getEscalations()).isEqualTo(2);
        assertThat(episode.getFeedback()).isEqualTo(AlertFeedback.ARTEFACT);
    }

    @Test
    void anEntryThatComesTwiceChangesNothing() {
        assertThat(fold(RAISED, RAISED, UPGRADED, ESCALATED, ESCALATED, ACKNOWLEDGED, ACKNOWLEDGED, CLEARED, CLEARED))
                .isEqualTo(fold(RAISED, UPGRADED, ESCALATED, ACKNOWLEDGED, CLEARED));
    }

    @Test
    void aRefusedCommandAndALimitAreNoEpisode() {
        assertThat(EpisodeAggregator.after(Optional.empty(), AlarmEpisodeStory.entry("", AlertState.LIMIT_SET, 1)))
                .isEmpty();
        assertThat(EpisodeAggregator.after(
                        Optional.empty(), AlarmEpisodeStory.entry("a", AlertState.COMMAND_REFUSED, 1)))
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
