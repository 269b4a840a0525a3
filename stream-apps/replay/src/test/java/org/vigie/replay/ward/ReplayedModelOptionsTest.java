package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.replay.passport.ScoringModel;
import org.vigie.schemas.RiskScore;
import org.vigie.testing.story.RiskScoreStory;
import org.vigie.testing.story.WardStory;

class ReplayedModelOptionsTest {
    private final ReplayedModelOptions options = new ReplayedModelOptions();
    private final RiskScore recorded = new RiskScoreStory("REA/1", "stay-1").scored(0.6, WardStory.START);

    @Test
    void theRecordedModelScoresUnlessAnotherOneIsNamed() {
        // when
        ScoringModel asRecorded = options.chosen().apply(recorded);
        options.model = Optional.of("survival/candidate-3");
        ScoringModel named = options.chosen().apply(recorded);

        // then
        assertThat(asRecorded).isEqualTo(new ScoringModel(recorded.getModel(), recorded.getModelVersion()));
        assertThat(named).isEqualTo(new ScoringModel("survival", "candidate-3"));
    }

    @Test
    void withoutAServerNoModelRuns() {
        // when, then
        assertThat(options.models()).isEmpty();
    }

    @Test
    void aModelNeedsAServer() {
        // given
        options.model = Optional.of("survival/1");

        // when, then
        assertThatThrownBy(options::models).hasMessage("--model: needs --model-server, was 'survival/1' without one");
    }

    @Test
    void anImputerNeedsAServerToo() {
        // given
        options.imputer = Optional.of("imputer-attention-two-sided");

        // when, then
        assertThatThrownBy(options::estimators)
                .hasMessage("--imputer: needs --model-server, was 'imputer-attention-two-sided' without one");
        options.server = Optional.of("grpc://127.0.0.1:18001");
        assertThat(options.estimators()).isPresent();
    }

    @Test
    void aModelWithoutItsVersionIsRefused() {
        // given
        options.server = Optional.of("grpc://127.0.0.1:18001");
        options.model = Optional.of("survival");

        // when, then
        assertThatThrownBy(options::models)
                .hasMessage("--model: must be NAME/VERSION such as survival/2, was 'survival'");
    }
}
