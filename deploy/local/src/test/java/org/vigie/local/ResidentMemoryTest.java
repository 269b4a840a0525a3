package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentMemoryTest {
    @TempDir
    Path directory;

    @Test
    void theResidentSetIsReadInMib() throws IOException {
        // given
        Path status = Files.writeString(
                directory.resolve("status"), "Name:\tjava\nVmHWM:\t 9000000 kB\nVmRSS:\t 2097152 kB\n");
        // then
        assertThat(new ResidentMemory(status).mib()).isEqualTo(2048);
    }

    @Test
    void aKernelThreadWithoutAResidentSetHasNone() throws IOException {
        // given
        Path status = Files.writeString(directory.resolve("status"), "Name:\tkthreadd\n");
        // then
        assertThat(new ResidentMemory(status).mib()).isZero();
    }

    @Test
    void aSystemWithoutSuchAFileReportsZero() {
        assertThat(new ResidentMemory(directory.resolve("status")).mib()).isZero();
    }
}
