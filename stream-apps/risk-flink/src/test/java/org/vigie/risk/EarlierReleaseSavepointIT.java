package org.vigie.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.embedded.EmbeddedKafka;
import org.vigie.schemas.Window;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;

/**
 * Tests that the whole job goes on from the savepoint of every release: places in the topics, hours of the stays, windows and scores.
 *
 * <p>The savepoint of a release is written once, before its first change: {@code -Dvigie.write.state=true}, into a folder of a new name.
 */
@ExtendWith(EmbeddedKafkaExtension.class)
class EarlierReleaseSavepointIT {
    private static final Path RELEASED = Path.of("src/test/resources/org/vigie/risk/savepoint-0.1.0");

    @TempDir
    Path directory;

    private FakeModelServer model;

    @BeforeEach
    void start() throws IOException {
        model = FakeModelServer.start();
    }

    @AfterEach
    void stop() {
        model.close();
    }

    @Test
    void theWholeJobGoesOnFromTheSavepointOfRelease010(KafkaTestNamespace shared) throws Exception {
        // given
        if (Boolean.getBoolean("vigie.write.state")) {
            write();
        }
        try (var ward = new EarlierReleaseWard(shared.kafka(), model.url(), directory.resolve("restored"))) {
            copy(RELEASED, ward.checkpoints().resolve("savepoint-0.1.0"));
            ward.makeRecordsBeforeUnreadable();

            // when
            try (var job = ward.start()) {
                ward.playAfter();

                // then
                ward.awaitFirstHour("urine", 3);
                ward.awaitFirstHour("hr", 91);
                assertThat(job.hasEnded()).isFalse();
            }
            assertThat(ward.all(ward.topics().windowsHourly()))
                    .filteredOn(window -> window.getStay().equals("stay-1"))
                    .extracting(Window::getRevision)
                    .allMatch(revision -> revision >= 1);
            assertThat(ward.all(ward.topics().scoresSurvival())).isNotEmpty();
            assertThat(ward.all(ward.topics().recordsQuarantined())).isEmpty();
        }
    }

    private void write() throws Exception {
        try (var kafka = EmbeddedKafka.start(directory.resolve("kafka"));
                var ward = new EarlierReleaseWard(kafka, model.url(), directory.resolve("written"))) {
            try (var job = ward.start()) {
                ward.playBefore();
                assertThat(job.hasEnded()).isFalse();
            }
            copy(new CheckpointFinder(ward.checkpoints()).newest().orElseThrow(), RELEASED);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        FileUtils.copy(
                new org.apache.flink.core.fs.Path(from.toUri()), new org.apache.flink.core.fs.Path(to.toUri()), false);
    }
}
