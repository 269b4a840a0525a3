package org.vigie.inference.engine;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.ConfigProto;
import org.vigie.inference.bundle.ModelBundle;
import org.vigie.inference.bundle.ModelCard;
import org.vigie.inference.bundle.ModelCard.TensorCard;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.graph.GraphMemoryCheck;
import org.vigie.model.protocol.FloatTensor;

/** Runs a loaded signature of a bundle's SavedModel. Safe for many threads. */
public final class LoadedModel implements AutoCloseable {
    /** The signature that every SavedModel has. */
    public static final String SERVING = "serving_default";

    private static final String ENGINE = "TensorFlow";
    /** The most windows of one batch for which the memory of a model is estimated. */
    private static final int WINDOWS = 64;

    private final ModelBundle bundle;
    private final Model model;
    private final TensorTranslator translator;

    static {
        // Must be set before DJL's first class loads: a server on a ward must not connect to the internet.
        System.setProperty("ai.djl.offline", "true");
    }

    private LoadedModel(ModelBundle bundle, Model model) {
        this.bundle = bundle;
        this.model = model;
        translator = new TensorTranslator(
                model.describeInput().keys(), model.describeOutput().keys());
    }

    /** Loads the signature {@value #SERVING}. @throws ModelException ENGINE_FAILED when it cannot be loaded or run */
    public static LoadedModel load(ModelBundle bundle, EngineConfig config) {
        return load(bundle, SERVING, WINDOWS, config);
    }

    /**
     * Loads one signature of the bundle and runs it once.
     *
     * @param windows the most of one batch
     * @throws ModelException UNSAFE_BUNDLE when it may take more memory than it may, ENGINE_FAILED when it cannot be loaded or run
     */
    public static LoadedModel load(ModelBundle bundle, String signature, int windows, EngineConfig config) {
        new GraphMemoryCheck(config.maxGraphBytes()).check(bundle, signature, windows);
        Model model = newModel(bundle, config);
        try {
            model.load(bundle.directory(), null, Map.of("ConfigProto", threads(config), "SignatureDefKey", signature));
            LoadedModel loaded = new LoadedModel(bundle, model);
            loaded.infer(bundle.card().inputs().stream().map(LoadedModel::zeros).toList());
            return loaded;
        } catch (IOException | MalformedModelException | RuntimeException e) {
            // TensorFlow, DJL and JavaCPP throw different exceptions; after any of them this bundle cannot be served.
            model.close();
            throw failed(bundle, e);
        }
    }

    private static Model newModel(ModelBundle bundle, EngineConfig config) {
        try {
            return Model.newInstance(bundle.card().name(), device(config), ENGINE);
        } catch (RuntimeException e) {
            throw failed(bundle, e);
        }
    }

    public ModelCard card() {
        return bundle.card();
    }

    /** Returns the device as the engine names it: {@code cpu} or {@code gpu:0}. */
    public String device() {
        Device device = model.getNDManager().getDevice();
        return device.isGpu() ? device.getDeviceType() + ":" + device.getDeviceId() : device.getDeviceType();
    }

    /**
     * Runs the model on a batch.
     *
     * @param inputs all of the card's inputs, of the card's shapes, with the same first axis
     * @throws ModelException ENGINE_FAILED, also when an output is not finite
     */
    public List<FloatTensor> infer(List<FloatTensor> inputs) {
        // A predictor is for one thread; it is cheap to create.
        try (Predictor<List<FloatTensor>, List<FloatTensor>> predictor = model.newPredictor(translator)) {
            List<FloatTensor> outputs = predictor.predict(inputs);
            outputs.forEach(LoadedModel::checkFinite);
            return outputs;
        } catch (TranslateException | RuntimeException e) {
            throw failed(bundle, e);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private static Device device(EngineConfig config) {
        return config.device() == EngineConfig.EngineDevice.GPU ? Device.gpu() : Device.cpu();
    }

    private static ConfigProto threads(EngineConfig config) {
        return ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(config.threads())
                .setInterOpParallelismThreads(-1)
                .build();
    }

    private static void checkFinite(FloatTensor output) {
        for (float number : output.data()) {
            if (!Float.isFinite(number)) {
                throw new IllegalStateException("its " + output.name() + " is " + number);
            }
        }
    }

    private static FloatTensor zeros(TensorCard card) {
        long[] shape =
                card.shape().stream().mapToLong(axis -> Math.max(1, axis)).toArray();
        int elements = 1;
        for (long axis : shape) {
            elements *= (int) axis;
        }
        return new FloatTensor(card.name(), shape, new float[elements]);
    }

    private static ModelException failed(ModelBundle bundle, Exception cause) {
        return new ModelException(
                ModelException.ModelErrorCode.ENGINE_FAILED,
                bundle.directory() + ": " + cause.getMessage() + root(cause),
                cause);
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failure ? "" : " (" + root + ")";
    }
}
