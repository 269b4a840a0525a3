package org.vigie.training.learn.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.encode.EncodedWindows;
import org.vigie.training.learn.encode.InputScaling;
import org.vigie.training.learn.ensemble.EnsembleConfig;
import org.vigie.training.learn.ensemble.SavedModelWriter;

/**
 * Tests that an exported model gives the trained outputs in a raw TensorFlow session, with one network of each kind.
 */
class ExportedModelIT {
    private static final List<NetworkArchitecture> KINDS = List.of(NetworkArchitecture.values());

    @TempDir
    static Path folder;

    private static final List<TrainedNetwork> NETS = new ArrayList<>();
    private static List<ScoreRequest> windows;
    private static EncodedWindows rows;
    private static SavedModelBundle bundle;

    @BeforeAll
    static void export() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        List<LabelledStay> examples = new ArrayList<>();
        for (int id = 0; id < 20; id++) {
            examples.add(example(id, random));
        }
        InputScaling scaling = InputScaling.fit(examples);
        KINDS.forEach(kind -> NETS.add(net(kind, random)));
        windows = new ArrayList<>();
        for (int id = 0; id < 6; id++) {
            windows.add(example(id, random).windowAfter(8 * (id + 1)));
        }
        windows.add(new LabelledStay(0, new HourlyGrid(), StaticFeatures.UNKNOWN, false).windowAfter(48));
        try (WindowEncoder encoder = new WindowEncoder(scaling)) {
            rows = encoder.encode(windows);
        }
        new SavedModelWriter(scaling, NETS).write(folder);
        bundle = SavedModelBundle.load(folder.toString(), "serve");
    }

    @AfterAll
    static void close() {
        bundle.close();
    }

    @Test
    void everyColumnEqualsTheOutputOfItsNetwork() {
        // given
        float[] logits = ask("serving_default", "logits");

        // when, then
        for (int net = 0; net < NETS.size(); net++) {
            float[] trained = NETS.get(net).logits(rows);
            for (int row = 0; row < trained.length; row++) {
                assertThat(logits[row * NETS.size() + net]).isCloseTo(trained[row], offset(1e-4f));
            }
        }
    }

    @Test
    void theProbabilityOfSurvivalNeverRises() {
        // given
        float[] survival = ask("serving_default", "survival");

        // when, then
        for (int i = 0; i < survival.length; i++) {
            assertThat(survival[i]).isBetween(0f, i % OutputHeads.DAYS == 0 ? 1f : survival[i - 1]);
        }
        assertThat(ask("serving_default", "los_days")).hasSize(windows.size());
    }

    /** The last window holds nothing: it is where the way begins. */
    @Test
    void theSharesSumToTheDifferenceFromAnEmptyWindow() {
        // given
        float[] logits = ask("serving_default", "logits");
        float[] cells = ask("attribution", "values_attribution");
        float[] statics = ask("attribution", "statics_attribution");
        double empty = mean(logits, windows.size() - 1);

        // when, then
        for (int row = 0; row < windows.size(); row++) {
            double sum = sum(cells, row) + sum(statics, row);
            double difference = mean(logits, row) - empty;
            assertThat(sum).isCloseTo(difference, offset(0.005 + 0.02 * Math.abs(difference)));
        }
    }

    private static double mean(float[] logits, int row) {
        double sum = 0;
        for (int net = 0; net < NETS.size(); net++) {
            sum += logits[row * NETS.size() + net];
        }
        return sum / NETS.size();
    }

    private static double sum(float[] all, int row) {
        int length = all.length / windows.size();
        double sum = 0;
        for (int i = row * length; i < (row + 1) * length; i++) {
            sum += all[i];
        }
        return sum;
    }

    private static float[] ask(String signature, String output) {
        Map<String, org.tensorflow.Tensor> feeds = new HashMap<>();
        feeds.put("values", tensor(ScoreRequest::values, HourlyGrid.HOURS, HourlyGrid.SERIES));
        feeds.put("measured", tensor(ScoreRequest::measured, HourlyGrid.HOURS, HourlyGrid.SERIES));
        feeds.put("ages", tensor(ScoreRequest::ages, HourlyGrid.HOURS, HourlyGrid.SERIES));
        feeds.put("statics", tensor(ScoreRequest::statics, ScoreRequest.STATICS));
        try (Result result = bundle.function(signature).call(feeds)) {
            return WeightArray.of((TFloat32) result.get(output).orElseThrow()).values();
        } finally {
            feeds.values().forEach(org.tensorflow.Tensor::close);
        }
    }

    private static TFloat32 tensor(Function<ScoreRequest, float[]> part, long... axes) {
        float[] joined = TrainingBatch.join(windows.stream().map(part).toArray(float[][]::new));
        return TFloat32.tensorOf(Shape.of(axes).prepend(windows.size()), DataBuffers.of(joined));
    }

    /** Random weights, so that a swapped gate or a forgotten constant shows; smooth enough for a sum over 16 points. */
    private static TrainedNetwork net(NetworkArchitecture kind, SplittableRandom random) {
        NetworkConfig config =
                EnsembleConfig.likeShipped(List.of(kind), 1, 1, 11, 1).nets().get(0);
        Map<String, WeightArray> weights = new TreeMap<>();
        OutputHeads.start(config).forEach((name, weight) -> {
            float[] moved = Arrays.copyOf(weight.values(), weight.values().length);
            for (int i = 0; i < moved.length; i++) {
                moved[i] += (float) (name.equals("risk.weights") ? 0.01 : random.nextDouble(-0.02, 0.02));
            }
            weights.put(name, new WeightArray(weight.shape(), moved).roundedToHalfPrecision());
        });
        return new TrainedNetwork(config, weights);
    }

    private static LabelledStay example(int id, SplittableRandom random) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < 48; hour++) {
            for (int series = 0; series < HourlyGrid.SERIES; series++) {
                if (random.nextInt(3) == 0) {
                    grid.add(hour, series, normal(series) * random.nextDouble(0.8, 1.2));
                }
            }
        }
        StaticFeatures staticFeatures = new StaticFeatures(
                40 + id, StaticFeatures.AdministrativeSex.MALE, 170, Double.NaN, StaticFeatures.UnitType.MEDICAL);
        return new LabelledStay(id, grid, staticFeatures, id % 2 == 0);
    }

    private static double normal(int series) {
        return VariableCatalogue.standard().series().get(series).normal();
    }
}
