package org.vigie.model.client;

import java.util.concurrent.CompletionStage;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalScore;
import org.vigie.model.score.SurvivalScorer;

/** Scores windows with a survival model of a server. */
record ServedScorer(InferenceClient client, InferenceScoreMapper mapper) implements SurvivalScorer {
    @Override
    public CompletionStage<SurvivalScore> score(ScoreRequest request, boolean explain) {
        return client.infer(mapper.toInferRequest(request, explain), mapper::toSurvivalScore);
    }

    @Override
    public void close() {
        client.close();
    }
}
