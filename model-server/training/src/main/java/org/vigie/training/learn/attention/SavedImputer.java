package org.vigie.training.learn.attention;

import static org.vigie.training.imputation.ImputationGrid.CELLS;
import static org.vigie.training.imputation.ImputationGrid.COLUMNS;
import static org.vigie.training.imputation.ImputationGrid.HOURS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;
import org.vigie.training.imputation.ImputationDirection;
import org.vigie.training.imputation.ImputationGrid;
import org.vigie.training.imputation.ImputedCells;
import org.vigie.training.imputation.ImputerChannels;
import org.vigie.training.learn.encode.TensorScope;
import org.vigie.training.learn.network.WeightArray;

/**
 * Imputes with a saved model: signatures {@code causal} and {@code two_sided} take {@code channels} [batch, 48, 36, 10] and give {@code
 * median}, {@code low} and {@code high} [batch, 48, 36], all scaled.
 */
public final class SavedImputer implements AutoCloseable {
    static final String CHANNELS = "channels";
    private static final List<String> OUTPUTS = List.of("median", "low", "high");
    private static final int AT_ONCE = 250;

    private final ImputerCard card;
    private final SavedModelBundle model;

    private SavedImputer(ImputerCard card, SavedModelBundle model) {
        this.card = card;
        this.model = model;
    }

    /** @throws IOException when the folder holds no imputer */
    public static SavedImputer open(Path folder) throws IOException {
        return new SavedImputer(ImputerCard.read(folder), SavedModelBundle.load(folder.toString(), "serve"));
    }

    public ImputerCard card() {
        return card;
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
        SignatureDef signature = signature(inputs.direction());
        try (TensorScope tensors = new TensorScope()) {
            Session.Runner runner = model.session().runner();
            runner.feed(
                    signature.getInputsOrThrow(CHANNELS).getName(),
                    tensors.of(joined(inputs, grids), grids.size(), HOURS, COLUMNS, ImputerChannels.CHANNELS));
            OUTPUTS.forEach(
                    name -> runner.fetch(signature.getOutputsOrThrow(name).getName()));
            try (Result result = runner.run()) {
                return ImputedCells.split(
                        WeightArray.of((TFloat32) result.get(0)).values(),
                        WeightArray.of((TFloat32) result.get(1)).values(),
                        WeightArray.of((TFloat32) result.get(2)).values());
            }
        }
    }

    private SignatureDef signature(ImputationDirection direction) {
        return model.metaGraphDef().getSignatureDefOrThrow(direction.word());
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
        model.close();
    }
}
