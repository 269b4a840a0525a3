package org.vigie.inference.engine;

/**
 * Configures the engine.
 *
 * @param device GPU needs TensorFlow's GPU natives on the class path in place of the CPU ones
 * @param threads inside one operation; more than one rarely helps for windows of this size
 */
public record EngineConfig(EngineDevice device, int threads) {
    /** Lists the processors that can run the networks. */
    public enum EngineDevice {
        CPU,
        GPU
    }

    public EngineConfig {
        if (threads < 1) {
            throw new IllegalArgumentException("engine.threads: must be at least 1, was " + threads);
        }
    }

    public static EngineConfig defaults() {
        return new EngineConfig(EngineDevice.CPU, 1);
    }
}
