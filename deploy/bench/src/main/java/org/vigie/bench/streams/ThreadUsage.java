package org.vigie.bench.streams;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Objects;

/**
 * Holds the processor time and the allocation of some threads since they began.
 *
 * @param cpuNanos processor time in ns
 * @param bytes allocated bytes
 */
record ThreadUsage(long cpuNanos, long bytes) {
    private static final double NANOS_PER_MICRO = 1e3;

    /** Returns the usage of the living threads whose name contains {@code name}. */
    static ThreadUsage of(String name) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .filter(thread -> thread.getThreadName().contains(name))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return new ThreadUsage(
                Arrays.stream(threads.getThreadCpuTime(ids)).sum(),
                Arrays.stream(threads.getThreadAllocatedBytes(ids)).sum());
    }

    /** Returns what some work in the calling thread costs. */
    static ThreadUsage of(Runnable work) {
        String thread = Thread.currentThread().getName();
        ThreadUsage before = of(thread);
        work.run();
        return of(thread).since(before);
    }

    /** Returns the usage since an earlier one of the same threads. */
    ThreadUsage since(ThreadUsage before) {
        return new ThreadUsage(cpuNanos - before.cpuNanos, bytes - before.bytes);
    }

    double cpuMicrosPer(long readings) {
        return cpuNanos / NANOS_PER_MICRO / readings;
    }

    double bytesPer(long readings) {
        return bytes / (double) readings;
    }
}
