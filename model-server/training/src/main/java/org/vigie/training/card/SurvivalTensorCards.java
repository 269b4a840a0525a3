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
    private static final List<Long> STATICS = List.of(-1L, 12L);

    List<TensorCard> inputs() {
        List<String> series = VariableCatalogue.standard().series().stream()
                .map(variable -> variable.name() + " [" + variable.unit() + "]")
                .toList();
        return List.of(
                window("values", "hour x series, every cell filled, in physical units", series),
                window("measured", "1 where the cell was measured in that very hour, else 0", List.of()),
                window("ages", "hours since the series was last measured; 48 when never", List.of()),
                new TensorCard(
                        "statics", FLOATS, STATICS, "at admission; an unknown number is 0", StaticFeatures.NAMES));
    }

    List<TensorCard> outputs() {
        return List.of(
                output("logits", "log odds of death in hospital by each network, not calibrated", -1L, nets),
                output("survival", "share still alive after each day from admission, mean of the networks", -1L, 30L),
                output("los_days", "expected days in hospital, mean of the networks", -1L));
    }

    private static TensorCard window(String name, String meaning, List<String> columns) {
        return new TensorCard(name, FLOATS, WINDOW, meaning, columns);
    }

    private static TensorCard output(String name, String meaning, Long... shape) {
        return new TensorCard(name, FLOATS, List.of(shape), meaning, List.of());
    }
}
