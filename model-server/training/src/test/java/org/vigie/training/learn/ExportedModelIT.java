package org.vigie.training.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.vigie.inference.bundle.Digests;
import org.vigie.inference.bundle.Ensemble;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.inference.engine.LoadedModel;
import org.vigie.model.protocol.Tensor;
import org.vigie.model.score.ScoreRequest;
import org.vigie.signal.feature.Statics;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.training.calibrate.Platt;
import org.vigie.training.feature.Example;

/** What is exported says what was trained, in a raw TensorFlow session and through DJL. */
class ExportedModelIT {
    private static final long[] WINDOW = {7, 48, 37};

    @TempDir
    static Path folder;

    private static List<ScoreRequest> windows;
    private static float[] trained;

    @BeforeAll
    static void export() throws IOException {
        TrainedModel model = model();
        windows = windows();
        try (Predictor predictor = model.predictor()) {
            trained = predictor.probabilities(windows);
        }
        Path file = SavedModelWriter.write(model, folder);
        card(Digests.sha256(file)).write(folder.resolve(ModelBundle.CARD));
    }

    @Test
    void aRawSessionGivesTheTrainersProbabilities() {
        assertThat(trained).doesNotHaveDuplicates();
        assertClose(raw());
    }

    @Test
    void djlGivesTheTrainersProbabilities() {
        try (LoadedModel loaded = LoadedModel.load(ModelBundle.open(folder), EngineConfig.defaults())) {
            assertClose(loaded.infer(tensors()).get(0).data());
        }
    }

    private static void assertClose(float[] probabilities) {
        assertThat(probabilities).hasSameSizeAs(trained);
        for (int i = 0; i < trained.length; i++) {
            assertThat(probabilities[i]).isCloseTo(trained[i], offset(1e-5f));
        }
    }

    private static float[] raw() {
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString(), "serve")) {
            Map<String, org.tensorflow.Tensor> feeds = new HashMap<>();
            for (Tensor tensor : tensors()) {
                feeds.put(tensor.name(), TFloat32.tensorOf(Shape.of(tensor.shape()), DataBuffers.of(tensor.data())));
            }
            try (Result result = bundle.call(feeds)) {
                return Weight.of((TFloat32) result.get(0)).values();
            } finally {
                feeds.values().forEach(org.tensorflow.Tensor::close);
            }
        }
    }

    /** Random weights, so that a swapped gate or a forgotten constant shows. */
    private static TrainedModel model() {
        List<Example> examples = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(11);
        for (int id = 0; id < 20; id++) {
            examples.add(example(id, random));
        }
        Map<String, Weight> weights = SurvivalLstm.start(11);
        for (Weight weight : weights.values()) {
            for (int i = 0; i < weight.values().length; i++) {
                weight.values()[i] += (float) random.nextDouble(-0.05, 0.05);
            }
        }
        return new TrainedModel(Scaling.fit(examples), weights, new Platt(0.8, -0.3), 1, 0.3);
    }

    private static List<ScoreRequest> windows() {
        SplittableRandom random = new SplittableRandom(12);
        List<ScoreRequest> windows = new ArrayList<>();
        for (int id = 0; id < 6; id++) {
            windows.add(example(id, random).after(8 * (id + 1)));
        }
        windows.add(new Example(0, new HourlyGrid(), Statics.UNKNOWN, false).after(1));
        return windows;
    }

    private static Example example(int id, SplittableRandom random) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < 48; hour++) {
            for (int series = 0; series < HourlyGrid.SERIES; series++) {
                if (random.nextInt(3) == 0) {
                    grid.add(hour, series, random.nextDouble(1, 200));
                }
            }
        }
        Statics statics = new Statics(40 + id, Statics.Sex.MALE, 170, Double.NaN, Statics.Unit.MEDICAL);
        return new Example(id, grid, statics, id % 2 == 0);
    }

    private static List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        tensors.add(new Tensor("values", WINDOW, joined(ScoreRequest::values)));
        tensors.add(new Tensor("measured", WINDOW, joined(ScoreRequest::measured)));
        tensors.add(new Tensor("ages", WINDOW, joined(ScoreRequest::ages)));
        tensors.add(new Tensor("statics", new long[] {7, 12}, joined(ScoreRequest::statics)));
        return tensors;
    }

    private static float[] joined(Function<ScoreRequest, float[]> part) {
        int length = part.apply(windows.get(0)).length;
        float[] joined = new float[windows.size() * length];
        for (int i = 0; i < windows.size(); i++) {
            System.arraycopy(part.apply(windows.get(i)), 0, joined, i * length, length);
        }
        return joined;
    }

    private static ModelCard card(String digest) {
        List<TensorCard> inputs = List.of(
                input("values", -1L, 48L, 37L),
                input("measured", -1L, 48L, 37L),
                input("ages", -1L, 48L, 37L),
                input("statics", -1L, 12L));
        return new ModelCard(
                "m",
                "1",
                digest,
                Map.of(),
                "",
                "",
                inputs,
                List.of(input("probability", -1L)),
                Ensemble.NONE,
                ModelCard.Gate.NONE,
                null,
                List.of(),
                List.of());
    }

    private static TensorCard input(String name, Long... shape) {
        return new TensorCard(name, "FP32", List.of(shape), "", List.of());
    }
}
