package org.vigie.training.predict;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.engine.LoadedModel;
import org.vigie.model.protocol.Tensor;
import org.vigie.training.feature.Stay;

/** A bundle on disk, asked about stays. For one thread at a time. */
public final class BundlePredictor implements AutoCloseable {
    /** The output that every survival model has. */
    public static final String PROBABILITY = "probability";

    private static final int BATCH = 100;

    private final LoadedModel model;

    private BundlePredictor(LoadedModel model) {
        this.model = model;
    }

    /** @throws ModelException when the bundle is damaged, cannot be run, or gives no probability */
    public static BundlePredictor open(Path bundle) {
        ModelBundle opened = ModelBundle.open(bundle);
        if (!outputs(opened.card()).contains(PROBABILITY)) {
            throw unusable(bundle + ": its card names no output '" + PROBABILITY + "' of one number a window");
        }
        return new BundlePredictor(LoadedModel.load(opened, EngineConfig.defaults()));
    }

    public ModelCard card() {
        return model.card();
    }

    /** The outputs that are one number a window, in the card's order. */
    public List<String> outputs() {
        return outputs(model.card());
    }

    /** One probability a stay, after this many of its hours. */
    public float[] probabilities(List<Stay> stays, int hours) {
        return answers(stays, hours).get(PROBABILITY);
    }

    /**
     * Each of {@link #outputs()}: one number a stay, after this many of its hours.
     *
     * @throws ModelException ENGINE_FAILED, also when an answer is not a number
     */
    public Map<String, float[]> answers(List<Stay> stays, int hours) {
        Map<String, float[]> answers = new LinkedHashMap<>();
        outputs().forEach(output -> answers.put(output, new float[stays.size()]));
        for (int from = 0; from < stays.size(); from += BATCH) {
            List<Stay> batch = stays.subList(from, Math.min(stays.size(), from + BATCH));
            for (Tensor tensor : model.infer(
                    Stacked.of(batch.stream().map(stay -> stay.after(hours)).toList()))) {
                if (answers.containsKey(tensor.name())) {
                    copy(tensor, answers.get(tensor.name()), from, batch);
                }
            }
        }
        return answers;
    }

    @Override
    public void close() {
        model.close();
    }

    private static void copy(Tensor tensor, float[] answers, int from, List<Stay> batch) {
        for (int i = 0; i < batch.size(); i++) {
            float answer = tensor.data()[i];
            if (!Float.isFinite(answer)) {
                throw unusable("stay " + batch.get(i).id() + ": the model's " + tensor.name() + " is " + answer);
            }
            answers[from + i] = answer;
        }
    }

    private static List<String> outputs(ModelCard card) {
        return card.outputs().stream()
                .filter(output -> output.shape().equals(List.of(-1L)))
                .map(ModelCard.TensorCard::name)
                .toList();
    }

    private static ModelException unusable(String why) {
        return new ModelException(ModelException.Code.ENGINE_FAILED, why, null);
    }
}
