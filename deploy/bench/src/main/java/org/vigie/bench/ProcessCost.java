package org.vigie.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what an action cost the process in which it ran.
 *
 * @param processor time of all threads of the process, a broker in it among them
 * @param heapPeakMib most heap in use
 */
public record ProcessCost(Duration wall, Duration processor, long heapPeakMib) {
    /** Does something that is measured. */
    @FunctionalInterface
    public interface MeasuredAction {
        void run() throws IOException;
    }

    /** Runs an action and measures it. */
    public static ProcessCost of(MeasuredAction action) throws IOException {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long processor = processorNanos();
        long begun = System.nanoTime();
        action.run();
        return new ProcessCost(
                Duration.ofNanos(System.nanoTime() - begun),
                Duration.ofNanos(processorNanos() - processor),
                heapPools().stream()
                                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                .sum()
                        >> 20);
    }

    /** Returns the figures of a report. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("took_s", wall.toMillis() / 1_000.0);
        figures.put("processor_s", processor.toMillis() / 1_000.0);
        figures.put("heap_peak_mib", heapPeakMib);
        return figures;
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
