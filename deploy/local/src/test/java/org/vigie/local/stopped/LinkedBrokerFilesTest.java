package org.vigie.local.stopped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedBrokerFilesTest {
    private static final String PARTITION = "vigie.ward.observations.raw-0";

    @TempDir
    Path folder;

    private Path broker;
    private Path linked;

    @BeforeEach
    void brokerWithThreeSegments() throws IOException {
        broker = folder.resolve("data/broker");
        linked = folder.resolve("linked");
        Files.createDirectories(broker.resolve(PARTITION));
        write("meta.properties", "version=1");
        write("recovery-point-offset-checkpoint", "0\n1\nvigie.ward.observations.raw 0 150\n");
        write(PARTITION + "/00000000000000000000.log", "a");
        write(PARTITION + "/00000000000000000000.index", "i");
        write(PARTITION + "/00000000000000000100.log", "b");
        write(PARTITION + "/00000000000000000200.log", "c");
    }

    @Test
    void aSegmentBeforeTheRecoveryPointIsSharedAndTheOthersAreCopied() throws IOException {
        // when
        new LinkedBrokerFiles(broker, linked).make();
        // then
        assertThat(isShared("00000000000000000000.log")).isTrue();
        assertThat(isShared("00000000000000000000.index")).isFalse();
        assertThat(isShared("00000000000000000100.log")).isFalse();
        assertThat(isShared("00000000000000000200.log")).isFalse();
        assertThat(linked.resolve("meta.properties")).hasContent("version=1");
        assertThat(linked.resolve("vigie.lock")).doesNotExist();
    }

    @Test
    void withoutARecoveryPointEverythingIsCopied() throws IOException {
        // given
        Files.delete(broker.resolve("recovery-point-offset-checkpoint"));
        // when
        new LinkedBrokerFiles(broker, linked).make();
        // then
        assertThat(isShared("00000000000000000000.log")).isFalse();
        assertThat(linked.resolve(PARTITION).resolve("00000000000000000000.log"))
                .hasContent("a");
    }

    @Test
    void aRunningWardIsRefusedInOneLine() throws IOException {
        // given
        try (var running =
                FileChannel.open(broker.resolve("vigie.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            running.lock();
            // when, then
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LinkedBrokerFiles(broker, linked).make())
                    .withMessage("--data-dir: " + broker.getParent()
                            + " is in use by a running ward; stop it, or replay its topics without --data-dir");
        }
        assertThat(linked).doesNotExist();
    }

    @Test
    void aFolderWithoutABrokerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinkedBrokerFiles(folder.resolve("broker"), linked).make())
                .withMessageContaining("--data-dir: must be the data directory of a ward, with a folder broker");
    }

    private boolean isShared(String segment) throws IOException {
        return Files.isSameFile(
                broker.resolve(PARTITION).resolve(segment),
                linked.resolve(PARTITION).resolve(segment));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(broker.resolve(file), text);
    }
}
