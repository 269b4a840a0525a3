package org.vigie.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the check of the free disk. */
class DiskSpaceCheckTest {
    private static final long MORE_THAN_ANY_DISK_MIB = 1L << 40;

    @TempDir
    private Path folder;

    @Test
    void aDiskWithLessThanTheNeededSpaceIsDownWithBothNumbers() {
        // when
        HealthResult result = new DiskSpaceCheck(folder, MORE_THAN_ANY_DISK_MIB).check();

        // then
        assertThat(result.isUp()).isFalse();
        assertThat(result.detail())
                .startsWith(folder.toString())
                .contains("MiB free, needed are " + MORE_THAN_ANY_DISK_MIB + " MiB");
    }

    @Test
    void aDiskWithEnoughSpaceIsUpAndMeasured() {
        // given
        var monitor = new AppMonitor("ward");
        var check = new DiskSpaceCheck(folder, 0);

        // when
        check.register(monitor.registry());

        // then
        assertThat(check.check().isUp()).isTrue();
        assertThat(monitor.metricsText()).contains("vigie_disk_free_bytes ");
    }

    @Test
    void aFolderThatIsMissingIsDown() {
        assertThat(new DiskSpaceCheck(folder.resolve("missing"), 0).check().isUp())
                .isFalse();
    }
}
