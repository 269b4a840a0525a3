package org.vigie.platform.monitoring;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks that the disk of a folder has enough free space, and measures it. */
public final class DiskSpaceCheck implements HealthCheck {
    private static final int MIB = 20;

    private final Path folder;
    private final long leastMib;

    /** @param leastMib free space in MiB below which the check fails */
    public DiskSpaceCheck(Path folder, long leastMib) {
        this.folder = folder;
        this.leastMib = leastMib;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public HealthResult check() {
        try {
            long freeMib = freeBytes() >> MIB;
            return new HealthResult(
                    freeMib >= leastMib, folder + " has " + freeMib + " MiB free, needed are " + leastMib + " MiB");
        } catch (IOException e) {
            return new HealthResult(false, folder + " cannot be read: " + e);
        }
    }

    /** Registers the metric of the free space. */
    public void register(PrometheusRegistry registry) {
        GaugeWithCallback.builder()
                .name("vigie_disk_free_bytes")
                .help("Free space of the disk on which the data lie.")
                .callback(out -> out.call(freeBytesOrNaN()))
                .register(registry);
    }

    private double freeBytesOrNaN() {
        try {
            return freeBytes();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
