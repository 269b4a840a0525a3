package org.vigie.inference.engine;

/**
 * Configures the engine.
 *
 * @param device GPU needs TensorFlow's GPU natives on the class path in place of the CPU ones
 * @param threads inside one operation; more than one rarely helps for windows of this size
 * @param maxGraphBytes that the tensors of one batch may take together; a model that may take more is not loaded
 */
public record EngineConfig(EngineDevice device, int threads, long maxGraphBytes) {
    private static final long MOST_BYTES = 4L << 30;

    /** Lists the processors that can run the networks. */
    public enum EngineDevice {
        CPU,
        GPU
    }

    public EngineConfig {
        if (threads < 1) {
            throw new IllegalArgumentException("engine.threads: must be at least 1, was " + threads);
        }
        if (maxGraphBytes < 1) {
            throw new IllegalArgumentException("engine.maxGraphBytes: must be positive, was " + maxGraphBytes);
        }
    }

    /** Configures an engine with the default limit of memory. */
    public EngineConfig(EngineDevice device, int threads) {
        this(device, threads, MOST_BYTES);
    }

    public static EngineConfig defaults() {
        return new EngineConfig(EngineDevice.CPU, 1);
    }
}
