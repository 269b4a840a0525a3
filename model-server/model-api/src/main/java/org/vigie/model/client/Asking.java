package org.vigie.model.client;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.model.protocol.InferRequest;
import org.vigie.model.protocol.InferResponse;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.Score;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.ScorerException;

/** What is asked about a window and what the answer means, whatever the wire. */
final class Asking {
    private static final List<String> EXPLAINED = Stream.of(SurvivalTensors.OUTPUTS, SurvivalTensors.ON_REQUEST)
            .flatMap(List::stream)
            .toList();

    private Asking() {}

    static InferRequest about(ScoreRequest window, boolean explain, boolean binary) {
        return new InferRequest("", SurvivalTensors.inputs(List.of(window)), explain ? EXPLAINED : List.of(), binary);
    }

    static Score score(InferResponse response) {
        return new Score(
                SurvivalTensors.assessment(response),
                SurvivalTensors.explanation(response),
                response.model(),
                response.version(),
                response.digest());
    }

    static ScorerException senseless(IllegalArgumentException fault) {
        return new ScorerException(
                ScorerException.Code.MODEL_UNAVAILABLE,
                "the server's answer makes no sense: " + fault.getMessage(),
                fault);
    }
}
