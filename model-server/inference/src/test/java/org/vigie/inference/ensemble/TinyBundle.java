package org.vigie.inference.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Sum;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;
import org.vigie.inference.bundle.CalibratedEnsemble;
import org.vigie.inference.bundle.CalibrationPoint;
import org.vigie.inference.bundle.EnsemblePart;
import org.vigie.inference.bundle.EnsemblePartKind;
import org.vigie.inference.bundle.EvidenceFloor;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.Sha256Digest;
import org.vigie.inference.feature.WindowFeatures;
import org.vigie.model.score.ScoreRequest;

/**
 * Creates a real bundle of two networks and trees that is small enough for a test. The networks are linear in heart
 * rate, lactate and age: {@code bias + weight x (value - normal)}, so that every result can be computed by hand.
 */
final class TinyBundle {
    static final int HR = 14;
    static final int LACTATE = 16;
    /** Of the two nets. */
    static final float[] BIAS = {-2, -1};
    /** For each beat a minute of the newest hour. */
    static final float[] BEAT = {0.02f, 0.04f};
    /** For each mmol/l of the newest hour. */
    static final float MMOL = 0.5f;
    /** For each year. */
    static final float YEAR = 0.01f;
    /** The nets' chance of being alive after each of 30 days is this to the power of the day. */
    static final float DAY = 0.99f;

    static final float LOS = 6;

    private static final int NEWEST = ScoreRequest.CELLS - 37;
    private static final String TREES = "trees.ubj";

    private final Path folder;
    private final double attributed;

    /** @param attributed 1 for true contributions, else that many times too large */
    private TinyBundle(Path folder, double attributed) {
        this.folder = folder;
        this.attributed = attributed;
    }

    static Path write(Path folder) throws Exception {
        return new TinyBundle(folder, 1).write();
    }

    static Path writeWithContributionsThatDoNotAddUp(Path folder) throws Exception {
        return new TinyBundle(folder, 3).write();
    }

    static CalibratedEnsemble ensemble() {
        return new CalibratedEnsemble(
                List.of(
                        new EnsemblePart("net a", EnsemblePartKind.NET, ModelBundle.SAVED_MODEL, 0, 0.3),
                        new EnsemblePart("net b", EnsemblePartKind.NET, ModelBundle.SAVED_MODEL, 1, 0.3),
                        new EnsemblePart("trees", EnsemblePartKind.TREES, TREES, 0, 0.4)),
                List.of(new CalibrationPoint(6, 0.5, 0, -0.25, 0.5), new CalibrationPoint(48, 1, 0, 0.25, 0.25)),
                0.3,
                new EvidenceFloor(3, 2));
    }

    private Path write() throws Exception {
        Files.createDirectories(folder);
        writeNets(folder.resolve(ModelBundle.SAVED_MODEL));
        writeTrees(folder.resolve(TREES));
        Map<String, String> files = new TreeMap<>();
        for (String file : List.of(ModelBundle.SAVED_MODEL, TREES)) {
            files.put(file, Sha256Digest.of(folder.resolve(file)).hex());
        }
        new ModelCard(
                        "survival",
                        "1",
                        Sha256Digest.ofAll(files).hex(),
                        files,
                        "a test",
                        "Not for diagnosis.",
                        List.of(
                                card("values", -1, 48, 37),
                                card("measured", -1, 48, 37),
                                card("ages", -1, 48, 37),
                                card("statics", -1, 12)),
                        List.of(card("logits", -1, 2), card("survival", -1, 30), card("los_days", -1)),
                        ensemble(),
                        ModelCard.GateOutcome.NONE,
                        null,
                        List.of(),
                        List.of())
                .write(folder.resolve(ModelBundle.CARD));
        return folder;
    }

    private void writeNets(Path file) throws IOException {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> values = input(tf, "values", 48, 37);
            Placeholder<TFloat32> measured = input(tf, "measured", 48, 37);
            Placeholder<TFloat32> ages = input(tf, "ages", 48, 37);
            Placeholder<TFloat32> statics = input(tf, "statics", 12);
            Operand<TFloat32> from = tf.math.sub(
                    tf.reshape(values, tf.constant(new int[] {-1, ScoreRequest.CELLS})),
                    tf.constant(ContributionCalculator.nothingKnown().values()));
            Operand<TFloat32> logits = tf.math.add(
                    tf.math.add(
                            tf.linalg.matMul(from, weights(tf, cellWeights(0), cellWeights(1))),
                            tf.linalg.matMul(statics, weights(tf, staticWeights(), staticWeights()))),
                    tf.constant(BIAS));
            Operand<TFloat32> ones = tf.math.exp(tf.math.mul(
                    tf.sum(tf.math.add(measured, ages), tf.constant(new int[] {1, 2}), Sum.keepDims(false)),
                    tf.constant(0f)));
            SignatureDef.Builder serving = signature(values, measured, ages, statics)
                    .putOutputs("logits", info(logits))
                    .putOutputs(
                            "survival", info(tf.math.mul(tf.expandDims(ones, tf.constant(1)), tf.constant(curve()))))
                    .putOutputs("los_days", info(tf.math.mul(ones, tf.constant(LOS))));
            float[] mean = new float[ScoreRequest.CELLS];
            for (int cell = 0; cell < mean.length; cell++) {
                mean[cell] = (float) (attributed * (cellWeights(0)[cell] + cellWeights(1)[cell]) / 2);
            }
            SignatureDef.Builder attribution = signature(values, measured, ages, statics)
                    .putOutputs(
                            "values_attribution",
                            info(tf.reshape(tf.math.mul(from, tf.constant(mean)), tf.constant(new int[] {-1, 48, 37}))))
                    .putOutputs("statics_attribution", info(tf.math.mul(statics, tf.constant(staticWeights()))));
            Files.write(
                    file,
                    SavedModel.newBuilder()
                            .setSavedModelSchemaVersion(1)
                            .addMetaGraphs(MetaGraphDef.newBuilder()
                                    .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder()
                                            .addTags("serve")
                                            .setTensorflowVersion("2.18.0"))
                                    .setGraphDef(graph.toGraphDef())
                                    .putSignatureDef("serving_default", serving.build())
                                    .putSignatureDef("attribution", attribution.build()))
                            .build()
                            .toByteArray());
        }
    }

    /** Creates trees that separate a high lactate from a low one. */
    private static void writeTrees(Path file) throws XGBoostError {
        SplittableRandom random = new SplittableRandom(1);
        int columns = WindowFeatures.NAMES.size();
        int last = WindowFeatures.NAMES.indexOf("lactate_last");
        float[] cells = new float[200 * columns];
        float[] labels = new float[200];
        Arrays.fill(cells, Float.NaN);
        for (int row = 0; row < labels.length; row++) {
            float lactate = (float) random.nextDouble(0.5, 8);
            cells[row * columns + last] = lactate;
            labels[row] = lactate > 4 ? 1 : 0;
        }
        DMatrix matrix = new DMatrix(cells, labels.length, columns, Float.NaN);
        matrix.setLabel(labels);
        Map<String, Object> parameters =
                new HashMap<>(Map.of("objective", "binary:logistic", "max_depth", 2, "nthread", 1, "base_score", 0.5));
        Booster booster = XGBoost.train(matrix, parameters, 3, Map.of(), null, null);
        booster.saveModel(file.toString());
        booster.dispose();
        matrix.dispose();
    }

    private static float[] cellWeights(int net) {
        float[] weights = new float[ScoreRequest.CELLS];
        weights[NEWEST + HR] = BEAT[net];
        weights[NEWEST + LACTATE] = MMOL;
        return weights;
    }

    private static float[] staticWeights() {
        float[] weights = new float[ScoreRequest.STATICS];
        weights[0] = YEAR;
        return weights;
    }

    private static float[] curve() {
        float[] days = new float[30];
        for (int day = 0; day < days.length; day++) {
            days[day] = (float) Math.pow(DAY, day + 1);
        }
        return days;
    }

    private static Operand<TFloat32> weights(Ops tf, float[] one, float[] other) {
        float[] both = new float[2 * one.length];
        for (int row = 0; row < one.length; row++) {
            both[2 * row] = one[row];
            both[2 * row + 1] = other[row];
        }
        return tf.constant(Shape.of(one.length, 2), DataBuffers.of(both));
    }

    private static Placeholder<TFloat32> input(Ops tf, String name, long... axes) {
        return tf.withName(name)
                .placeholder(TFloat32.class, Placeholder.shape(Shape.of(axes).prepend(Shape.UNKNOWN_SIZE)));
    }

    @SafeVarargs
    private static SignatureDef.Builder signature(Placeholder<TFloat32>... inputs) {
        SignatureDef.Builder signature = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
        for (Placeholder<TFloat32> input : inputs) {
            signature.putInputs(input.op().name(), info(input));
        }
        return signature;
    }

    private static TensorInfo info(Operand<TFloat32> operand) {
        return TensorInfo.newBuilder()
                .setName(operand.op().name() + ":0")
                .setDtype(DataType.DT_FLOAT)
                .build();
    }

    private static TensorCard card(String name, long... shape) {
        return new TensorCard(name, "FP32", Arrays.stream(shape).boxed().toList(), "", List.of());
    }
}
