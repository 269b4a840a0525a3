package org.vigie.modelserver.serve;

import java.util.List;
import java.util.stream.LongStream;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;

/** Describes the outputs of an ensemble, which do not depend on its graph. */
final class SurvivalOutputs {
    static final List<TensorCard> UNASKED = List.of(
            card(
                    SurvivalTensors.PROBABILITY,
                    "of dying in hospital, 0 to 1; -1 when the model abstains, as in the next four"),
            card(SurvivalTensors.LOW, "lower end of its interval"),
            card(SurvivalTensors.HIGH, "upper end of its interval"),
            card(SurvivalTensors.SURVIVAL, "being alive 1, 2, ... days after admission", SurvivalTensors.DAYS),
            card(SurvivalTensors.LOS_DAYS, "expected length of stay, days"),
            card(
                    SurvivalTensors.IMPUTED_SHARE,
                    "share of the cells since the first measured hour that were not measured"),
            card(SurvivalTensors.ABSTAINED, "1 when too little was measured"),
            card(SurvivalTensors.MOST_HELPFUL, "when it abstains, the series (column) that would help most; else -1"));

    static final List<TensorCard> ON_REQUEST = List.of(
            card(
                    SurvivalTensors.CONTRIBUTIONS,
                    "to the log odds, by hour and series; given only when named",
                    HourlyGrid.HOURS,
                    HourlyGrid.SERIES),
            card(SurvivalTensors.STATIC_CONTRIBUTIONS, "to the log odds; given only when named", ScoreRequest.STATICS));

    private SurvivalOutputs() {}

    static boolean needExplanation(List<String> outputs) {
        return outputs.stream().anyMatch(SurvivalTensors.ON_REQUEST::contains);
    }

    private static TensorCard card(String name, String meaning, long... axes) {
        return new TensorCard(
                name,
                FloatTensor.DATATYPE,
                LongStream.concat(LongStream.of(-1), LongStream.of(axes))
                        .boxed()
                        .toList(),
                meaning,
                List.of());
    }
}
