package org.vigie.training.card;

import java.util.List;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.StaticFeatures;

/**
 * Describes the inputs and outputs of a survival model's graph.
 *
 * @param nets networks in the graph
 */
record SurvivalTensorCards(long nets) {
    private static final String FLOATS = "FP32";
    private static final List<Long> WINDOW = List.of(-1L, 48L, 37L);

    List<TensorCard> inputs() {
        List<String> series = VariableCatalogue.standard().series().stream()
                .map(variable -> variable.name() + " [" + variable.unit() + "]")
                .toList();
        return List.of(
                new TensorCard("values", FLOATS, WINDOW, "hour x series, every cell filled, in physical units", series),
                new TensorCard(
                        "measured",
                        FLOATS,
                        WINDOW,
                        "1 where the cell was measured in that very hour, else 0",
                        List.of()),
                new TensorCard(
                        "ages", FLOATS, WINDOW, "hours since the series was last measured; 48 when never", List.of()),
                new TensorCard(
                        "statics",
                        FLOATS,
                        List.of(-1L, 12L),
                        "at admission; an unknown number is 0",
                        StaticFeatures.NAMES));
    }

    List<TensorCard> outputs() {
        return List.of(
                new TensorCard(
                        "logits",
                        FLOATS,
                        List.of(-1L, nets),
                        "log odds of death in hospital by each network, not calibrated",
                        List.of()),
                new TensorCard(
                        "survival",
                        FLOATS,
                        List.of(-1L, 30L),
                        "share still alive after each day from admission, mean of the networks",
                        List.of()),
                new TensorCard(
                        "los_days",
                        FLOATS,
                        List.of(-1L),
                        "expected days in hospital, mean of the networks",
                        List.of()));
    }
}
