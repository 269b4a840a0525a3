package org.vigie.inference.imputation;

import static org.vigie.inference.imputation.ImputationGrid.CELLS;
import static org.vigie.inference.imputation.ImputationGrid.COLUMNS;
import static org.vigie.inference.imputation.ImputationGrid.HOURS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.engine.LoadedModel;
import org.vigie.model.protocol.FloatTensor;

/**
 * Imputes with a saved model: signatures {@code causal} and {@code two_sided} take {@code channels} [batch, 48, 36, 10] and give {@code
 * median}, {@code low} and {@code high} [batch, 48, 36], all scaled. Safe for many threads.
 */
public final class SavedImputer implements AutoCloseable {
    /** Name of the input. */
    public static final String CHANNELS = "channels";

    private static final int AT_ONCE = 250;

    private final ImputerCard card;
    private final ImputerRecipe recipe;
    private final Map<ImputationDirection, LoadedModel> models = new EnumMap<>(ImputationDirection.class);

    private SavedImputer(ImputerCard card, ImputerRecipe recipe) {
        this.card = card;
        this.recipe = recipe;
    }

    /** Opens both directions. @throws IOException when the folder holds no imputer */
    public static SavedImputer open(Path folder) throws IOException {
        return open(folder, Set.of(ImputationDirection.values()), EngineConfig.defaults());
    }

    /**
     * Opens some directions.
     *
     * @throws IOException when the folder holds no imputer, or another recipe than its card names
     * @throws org.vigie.inference.bundle.ModelException UNSAFE_BUNDLE or ENGINE_FAILED when it may not or cannot be run
     */
    public static SavedImputer open(Path folder, Set<ImputationDirection> directions, EngineConfig config)
            throws IOException {
        ImputerCard card = ImputerCard.read(folder);
        SavedImputer imputer = new SavedImputer(card, ImputerRecipe.read(folder, card));
        ModelBundle bundle = ModelBundle.of(folder, card.modelCard(folder));
        directions.forEach(direction ->
                imputer.models.put(direction, LoadedModel.load(bundle, direction.word(), AT_ONCE, config)));
        return imputer;
    }

    public ImputerCard card() {
        return card;
    }

    public ImputerRecipe recipe() {
        return recipe;
    }

    /** Returns the device as the engine names it. */
    String device() {
        return models.values().iterator().next().device();
    }

    /** Imputes every cell of scaled grids. */
    public List<ImputedCells> impute(ImputationDirection direction, List<ImputationGrid> grids) {
        ImputerChannels inputs = new ImputerChannels(direction, card.scaling().medians());
        List<ImputedCells> imputed = new ArrayList<>();
        for (int from = 0; from < grids.size(); from += AT_ONCE) {
            imputed.addAll(imputeSome(inputs, grids.subList(from, Math.min(grids.size(), from + AT_ONCE))));
        }
        return imputed;
    }

    private List<ImputedCells> imputeSome(ImputerChannels inputs, List<ImputationGrid> grids) {
        long[] shape = {grids.size(), HOURS, COLUMNS, ImputerChannels.CHANNELS};
        List<FloatTensor> outputs =
                models.get(inputs.direction()).infer(List.of(new FloatTensor(CHANNELS, shape, joined(inputs, grids))));
        return ImputedCells.split(named("median", outputs), named("low", outputs), named("high", outputs));
    }

    private static float[] named(String name, List<FloatTensor> outputs) {
        return outputs.stream()
                .filter(output -> output.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the imputer gives no '" + name + "'"))
                .data();
    }

    private static float[] joined(ImputerChannels inputs, List<ImputationGrid> grids) {
        int length = CELLS * ImputerChannels.CHANNELS;
        float[] joined = new float[grids.size() * length];
        for (int i = 0; i < grids.size(); i++) {
            System.arraycopy(inputs.of(grids.get(i)), 0, joined, i * length, length);
        }
        return joined;
    }

    @Override
    public void close() {
        models.values().forEach(LoadedModel::close);
    }
}
