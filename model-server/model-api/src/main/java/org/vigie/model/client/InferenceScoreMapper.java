package org.vigie.model.client;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;
import org.vigie.model.score.SurvivalScore;

/**
 * Maps windows to requests and responses to scores, for HTTP and gRPC.
 *
 * @param binary whether the outputs are wanted as bytes
 */
record InferenceScoreMapper(boolean binary) {
    private static final List<String> EXPLAINED = Stream.of(SurvivalTensors.OUTPUTS, SurvivalTensors.ON_REQUEST)
            .flatMap(List::stream)
            .toList();

    InferRequest toInferRequest(ScoreRequest window, boolean explain) {
        List<String> outputs = explain ? EXPLAINED : List.of();
        return new InferRequest("", SurvivalTensors.inputs(List.of(window)), outputs, binary, window.recipe());
    }

    /** @throws IllegalArgumentException when the response is no score */
    SurvivalScore toSurvivalScore(InferResponse response) {
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
