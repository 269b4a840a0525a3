package org.vigie.cluster.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

/** Tests the settings of one of three brokers. */
class QuorumMemberTest {
    private static final String VOTERS = "1@127.0.0.1:16011,2@127.0.0.1:16021,3@127.0.0.1:16031";

    @Test
    void aRecordHasThreeCopiesAndTwoOfThemMustExist() {
        // when
        KafkaConfig config = new QuorumMember(2, Path.of("/broker"), 16_020, VOTERS).toKafkaConfig();

        // then
        assertThat(config.originals())
                .containsEntry("default.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2")
                .containsEntry("offsets.topic.replication.factor", "3")
                .containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void aNodeListensOnLoopbackAtTheAddressThatTheVotersName() {
        // when
        KafkaConfig config = new QuorumMember(2, Path.of("/broker"), 16_020, VOTERS).toKafkaConfig();

        // then
        assertThat(config.originals())
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:16020,CONTROLLER://127.0.0.1:16021");
    }

    @Test
    void aNodeThatWasKilledIsNoticedSoonAndNotForOneHeartbeatThatIsLate() {
        // when
        KafkaConfig config = new QuorumMember(2, Path.of("/broker"), 16_020, VOTERS).toKafkaConfig();

        // then
        int session = config.getInt("broker.session.timeout.ms");
        assertThat(session).isLessThanOrEqualTo(2_000);
        assertThat(config.getInt("broker.heartbeat.interval.ms")).isLessThanOrEqualTo(session / 4);
    }

    @Test
    void aNodeThatIsNoVoterIsRefused() {
        // given
        var stranger = new QuorumMember(4, Path.of("/broker"), 16_040, VOTERS);

        // when, then
        assertThatThrownBy(stranger::toKafkaConfig).hasMessage("voters: must name node 4, was " + VOTERS);
    }
}
