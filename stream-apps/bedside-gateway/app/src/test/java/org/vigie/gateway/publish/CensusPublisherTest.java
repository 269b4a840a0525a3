package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.RecordedSends;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests what of a movement is published when the gateway ends in the middle of it. */
class CensusPublisherTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:30:00Z");
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    @TempDir
    Path directory;

    private final RecordedSends sends = new RecordedSends();
    private GatewayKeysets keys;

    @BeforeEach
    void load() throws IOException {
        keys = GatewayKeysets.load(directory);
    }

    @Test
    void aMovementWhoseStaysTheBrokerDidNotTakeCountsWhenItIsRepeatedAfterARestart() throws IOException {
        // given
        sends.fail(TOPICS.staysCurrent());
        assertThatThrownBy(() -> admit(new CensusPublisher(sends, TOPICS, keys.pseudonyms())))
                .isInstanceOf(IOException.class);
        sends.recover();

        // when
        admit(restarted());

        // then
        assertThat(sends.values(TOPICS.staysCurrent()))
                .singleElement()
                .satisfies(bed -> assertThat(bed.getStays()).hasSize(1));
    }

    @Test
    void aMovementWhoseClaimsTheBrokerDidNotTakeIsSentAgainWhenItIsRepeatedAfterARestart() throws IOException {
        // given
        sends.fail(TOPICS.staysClaimed());
        assertThatThrownBy(() -> admit(new CensusPublisher(sends, TOPICS, keys.pseudonyms())))
                .isInstanceOf(IOException.class);
        sends.recover();

        // when
        admit(restarted());

        // then
        List<BedStays> stays = sends.values(TOPICS.staysCurrent());
        assertThat(stays).hasSize(2);
        assertThat(stays.get(1)).isEqualTo(stays.get(0));
        assertThat(sends.values(TOPICS.staysClaimed())).hasSize(1);
    }

    /** Returns the census of a gateway that starts with what the broker has. */
    private CensusPublisher restarted() {
        var census = new CensusPublisher(sends, TOPICS, keys.pseudonyms());
        sends.values(TOPICS.staysCurrent()).forEach(bed -> census.restoreBed(bed.getBed()));
        sends.values(TOPICS.staysClaimed()).forEach(bed -> census.restoreClaims(bed.getBed(), bed.getStays()));
        return census;
    }

    private static void admit(CensusPublisher census) throws IOException {
        census.apply(
                List.of(new PatientMovement(
                        "A01",
                        MovementAction.ADMIT,
                        "880021",
                        "V-1",
                        "REA/01",
                        "",
                        "",
                        Optional.of(NOW),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        PatientDemographics.UNKNOWN)),
                NOW);
    }
}
