package org.vigie.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Describes the machine of a benchmark, because absolute figures depend on it. */
public record BenchMachine(
        @JsonProperty("processors") int processors,
        @JsonProperty("heap_mib") long heapMib,
        @JsonProperty("jdk") String jdk,
        @JsonProperty("system") String system) {

    public static BenchMachine here() {
        Runtime runtime = Runtime.getRuntime();
        return new BenchMachine(
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20,
                System.getProperty("java.vm.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }
}
