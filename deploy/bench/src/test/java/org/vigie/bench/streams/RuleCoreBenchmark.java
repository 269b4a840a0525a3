package org.vigie.bench.streams;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the alarm rules per reading in their steady state: {@code deploy/bench/run-jmh.sh}. An invocation is one pass of {@link
 * SteadyRulesRun}, with one full evaluation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = "-Xmx512m")
public class RuleCoreBenchmark {
    private final SteadyRulesRun run = new SteadyRulesRun();

    /** Takes the readings of one pass. */
    @Benchmark
    @OperationsPerInvocation(SteadyRulesRun.READINGS)
    public int steadyReading() {
        return run.pass();
    }
}
