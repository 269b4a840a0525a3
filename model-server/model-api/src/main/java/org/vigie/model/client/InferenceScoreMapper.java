package org.vigie.model.client;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.SurvivalScore;

/** What is asked about a window and what the answer means, whatever the wire. */
final class InferenceScoreMapper {
    private static final List<String> EXPLAINED = Stream.of(SurvivalTensors.OUTPUTS, SurvivalTensors.ON_REQUEST)
            .flatMap(List::stream)
            .toList();

    private InferenceScoreMapper() {}

    static InferRequest toInferRequest(ScoreRequest window, boolean explain, boolean binary) {
        return new InferRequest("", SurvivalTensors.inputs(List.of(window)), explain ? EXPLAINED : List.of(), binary);
    }

    static SurvivalScore toSurvivalScore(InferResponse response) {
        return new SurvivalScore(
                SurvivalTensors.assessment(response),
                SurvivalTensors.explanation(response),
                response.model(),
                response.version(),
                response.digest());
    }

    static ScorerException invalidResponse(IllegalArgumentException fault) {
        return new ScorerException(
                ScorerException.ScorerErrorCode.MODEL_UNAVAILABLE,
                "the server's answer makes no sense: " + fault.getMessage(),
                fault);
    }
}
