package org.vigie.training.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vigie.inference.imputation.ImputerModel;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.ImputationTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.feature.WindowEstimation;

/** Replaces the last values in empty cells of windows by the estimates of an imputer. The masks and ages stay. */
public record ImputedWindows(ImputerModel imputer) implements WindowEstimation {
    @Override
    public ScoreRequest estimated(ScoreRequest window) {
        return of(List.of(window)).get(0);
    }

    List<ScoreRequest> of(List<ScoreRequest> windows) {
        List<FloatTensor> outputs = imputer.infer(
                List.of(
                        stacked(ImputationTensors.VALUES, windows, ScoreRequest::values),
                        stacked(ImputationTensors.MEASURED, windows, ScoreRequest::measured)),
                false);
        List<ScoreRequest> imputed = new ArrayList<>();
        for (int row = 0; row < windows.size(); row++) {
            imputed.add(imputed(windows.get(row), row, outputs));
        }
        return imputed;
    }

    /** @param outputs median first and the mask of the estimates last, as {@link ImputerModel} gives them */
    private static ScoreRequest imputed(ScoreRequest window, int row, List<FloatTensor> outputs) {
        float[] medians = outputs.get(0).data();
        float[] estimated = outputs.get(outputs.size() - 1).data();
        float[] values = window.values().clone();
        for (int cell = 0; cell < values.length; cell++) {
            int place = row * ScoreRequest.CELLS + cell;
            values[cell] = estimated[place] > 0 ? medians[place] : values[cell];
        }
        return new ScoreRequest(values, window.measured(), window.ages(), window.statics());
    }

    private static FloatTensor stacked(String name, List<ScoreRequest> windows, Function<ScoreRequest, float[]> part) {
        float[] data = new float[windows.size() * ScoreRequest.CELLS];
        for (int row = 0; row < windows.size(); row++) {
            System.arraycopy(part.apply(windows.get(row)), 0, data, row * ScoreRequest.CELLS, ScoreRequest.CELLS);
        }
        return new FloatTensor(name, new long[] {windows.size(), HourlyGrid.HOURS, HourlyGrid.SERIES}, data);
    }
}
