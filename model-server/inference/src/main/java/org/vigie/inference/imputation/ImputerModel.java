package org.vigie.inference.imputation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.engine.ServableModel;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.ImputationTensors;
import org.vigie.signal.window.HourlyGrid;

/**
 * Estimates the cells of windows with one network of an imputer. Live windows have estimates of the causal one: they see their own hour and
 * earlier hours. Inputs and outputs are {@link ImputationTensors} in the units of the recipe. Safe for many threads.
 */
public final class ImputerModel implements ServableModel {
    private static final int CELLS = HourlyGrid.HOURS * HourlyGrid.SERIES;

    private final SavedImputer imputer;
    private final ImputationDirection direction;
    private final ModelCard card;

    private ImputerModel(SavedImputer imputer, ImputationDirection direction, ModelCard card) {
        this.imputer = imputer;
        this.direction = direction;
        this.card = card;
    }

    /** Opens the network for live windows. @throws ModelException DAMAGED_BUNDLE or ENGINE_FAILED, with the reason */
    public static ImputerModel open(Path folder, EngineConfig config) {
        return open(folder, ImputationDirection.CAUSAL, config);
    }

    /** Opens one of the networks. @throws ModelException DAMAGED_BUNDLE or ENGINE_FAILED, with the reason */
    public static ImputerModel open(Path folder, ImputationDirection direction, EngineConfig config) {
        try {
            SavedImputer imputer = SavedImputer.open(folder, Set.of(direction), config);
            String name = direction == ImputationDirection.CAUSAL ? ImputerCard.NAME : ImputerCard.TWO_SIDED;
            return new ImputerModel(
                    imputer, direction, imputer.card().described(name, folder, inputCards(), outputCards()));
        } catch (IOException e) {
            throw new ModelException(ModelException.ModelErrorCode.DAMAGED_BUNDLE, folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    /** Returns the recipe whose measured cells the imputer learnt from. */
    public ImputerRecipe recipe() {
        return imputer.recipe();
    }

    @Override
    public String device() {
        return imputer.device();
    }

    @Override
    public List<TensorCard> outputs() {
        return card.outputs();
    }

    @Override
    public List<FloatTensor> infer(List<FloatTensor> inputs, boolean explain) {
        List<WindowGrid> windows = IntStream.range(0, (int) inputs.get(0).shape()[0])
                .mapToObj(row -> WindowGrid.of(row(inputs.get(0), row), row(inputs.get(1), row)))
                .toList();
        SeriesScaling scaling = imputer.card().scaling();
        List<ImputedCells> imputed = imputer.impute(
                direction,
                windows.stream().map(window -> scaling.scaled(window.grid())).toList());
        EstimatedWindows estimated = new EstimatedWindows(windows.size(), scaling, imputer.recipe());
        IntStream.range(0, windows.size()).forEach(row -> estimated.put(row, windows.get(row), imputed.get(row)));
        return estimated.tensors();
    }

    @Override
    public void close() {
        imputer.close();
    }

    private static float[] row(FloatTensor tensor, int row) {
        return Arrays.copyOfRange(tensor.data(), row * CELLS, (row + 1) * CELLS);
    }

    private static List<TensorCard> inputCards() {
        return List.of(
                tensor(ImputationTensors.VALUES, "in the units of the recipe; ignored where not measured"),
                tensor(ImputationTensors.MEASURED, "1 where a cell was measured in that hour, else 0"));
    }

    private static List<TensorCard> outputCards() {
        return List.of(
                tensor(ImputationTensors.MEDIAN, "estimate, in the units of the recipe"),
                tensor(ImputationTensors.LOW, "5 % quantile"),
                tensor(ImputationTensors.HIGH, "95 % quantile"),
                tensor(
                        ImputationTensors.ESTIMATED,
                        "1 where the cell holds an estimate: not measured, since the first measured hour, of a series that"
                                + " the imputer learnt, neither urine nor ventilation"));
    }

    private static TensorCard tensor(String name, String meaning) {
        List<Long> shape = List.of(-1L, (long) HourlyGrid.HOURS, (long) HourlyGrid.SERIES);
        return new TensorCard(name, FloatTensor.DATATYPE, shape, meaning, List.of());
    }
}
