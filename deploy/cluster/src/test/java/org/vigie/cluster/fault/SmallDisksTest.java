package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.cluster.process.ProcessFolder;

/**
 * Tests the file systems whose disk becomes full. Without the right to mount one, the test shows that a run goes on with the limit on
 * files.
 */
class SmallDisksTest {
    private static final PlannedFault FULL = new PlannedFault(FaultKind.DISK_FULL, "broker-2", 5);

    @TempDir
    Path directory;

    private final List<String> progress = new ArrayList<>();

    @Test
    void aProcessHasADiskOfItsOwnOnlyWhenItsDiskBecomesFull() {
        // given
        var kill = new PlannedFault(FaultKind.KILL, "store", 0);

        // when
        List<String> targets = SmallDisks.targets(List.of(kill, FULL, FULL));

        // then
        assertThat(targets).containsExactly("broker-2");
    }

    @Test
    void aFullDiskTakesNothingUntilItHasRoomAgainAndItsFilesStay() throws IOException {
        // given
        var folder = new ProcessFolder(directory);
        Path log = Files.writeString(folder.state("broker-2").resolve("log"), "before");

        // when
        try (var disks = SmallDisks.mount(folder, List.of(FULL), progress::add)) {
            disks.of("broker-2").ifPresentOrElse(disk -> becomesFull(disk, log), this::limitsFilesInstead);
        }

        // then
        assertThat(folder.state("broker-2").resolve("log")).content().startsWith("before");
        assertThat(folder.state("broker-2").getParent()).isDirectoryNotContaining("glob:**.{before,after}");
    }

    @Test
    void whenTheSecondDiskFailsTheFirstIsUnmountedAndItsFilesStay() throws IOException {
        // given
        var folder = new ProcessFolder(directory);
        Path log = Files.writeString(folder.state("broker-2").resolve("log"), "before");
        Files.writeString(folder.state("store.before").resolve("left"), "of a run that was killed");
        var second = new PlannedFault(FaultKind.DISK_FULL, "store", 5);

        // when
        Throwable failure = catchThrowable(() ->
                SmallDisks.mount(folder, List.of(FULL, second), progress::add).close());

        // then
        assertThat(Files.getFileStore(folder.state("broker-2"))).isEqualTo(Files.getFileStore(directory));
        assertThat(log).hasContent("before");
        if (failure == null) {
            limitsFilesInstead();
        } else {
            assertThat(failure).hasMessageContaining("cannot be moved to").hasMessageContaining("store.before");
        }
    }

    private void becomesFull(SmallDisk disk, Path log) {
        disk.fill();
        assertThatThrownBy(() -> append(log, 100_000))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> Files.writeString(disk.folder().resolve("segment"), "new"))
                .isInstanceOf(IOException.class);
        disk.empty();
        assertThat(log).content().startsWith("before");
        assertThat(progress).containsExactly("disk-full fills the file systems of broker-2");
    }

    private void limitsFilesInstead() {
        assertThat(progress)
                .singleElement()
                .asString()
                .startsWith("disk-full limits the files of a process: no file system can be mounted: ");
    }

    private static void append(Path file, int bytes) throws IOException {
        Files.write(file, new byte[bytes], StandardOpenOption.APPEND);
    }
}
