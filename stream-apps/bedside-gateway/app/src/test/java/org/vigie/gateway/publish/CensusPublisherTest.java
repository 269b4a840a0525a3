package org.vigie.gateway.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.RecordedSends;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests what of a movement is published when the gateway ends in the middle of it. */
class CensusPublisherTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:30:00Z");
    /** Limits a wait that ends at once when nothing is wrong. */
    private static final Duration BOUND = Duration.ofMinutes(5);

    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    /** Sends something to the broker. */
    private interface Sending {
        void run() throws IOException;
    }

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

    @Test
    void aTransferOfWhichTheBrokerTookOneBedIsTakenBackWithTheNextReading() throws IOException {
        // given
        CensusPublisher census = admitted();
        transferInPart(census, TOPICS.staysCurrent(), "REA/02");
        assertThat(isTaken("REA/01")).isFalse();

        // when
        census.announceBeds(List.of("REA/01"));

        // then
        assertThat(isTaken("REA/01")).isTrue();
    }

    @Test
    void aTransferOfWhichTheBrokerTookOneBedIsTakenBackWithTheNextMovement() throws IOException {
        // given
        CensusPublisher census = admitted();
        transferInPart(census, TOPICS.staysCurrent(), "REA/02");

        // when
        move(census, MovementAction.ADMIT, "880022", "REA/03", NOW);

        // then
        assertThat(isTaken("REA/01")).isTrue();
        assertThat(isTaken("REA/03")).isTrue();
    }

    @Test
    void aTransferOfWhichTheBrokerTookOneBedIsWholeWhenItIsRepeated() throws IOException {
        // given
        CensusPublisher census = admitted();
        transferInPart(census, TOPICS.staysCurrent(), "REA/01");

        // when
        transfer(census);
        census.announceBeds(List.of("REA/01"));

        // then
        assertThat(isTaken("REA/01")).isFalse();
        assertThat(isTaken("REA/02")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REA/01", "REA/02"})
    void aTransferOfWhichTheBrokerTookOneClaimLeavesThePatientOnOneBedWhenItIsRepeatedAfterARestart(String missing)
            throws IOException {
        // given
        CensusPublisher census = admitted();
        transferInPart(census, TOPICS.staysClaimed(), missing);

        // when
        transfer(restarted());

        // then
        assertThat(isTaken("REA/01")).isFalse();
        assertThat(isTaken("REA/02")).isTrue();

        // when
        move(restarted(), MovementAction.DISCHARGE, "880021", "REA/02", NOW.plusSeconds(120));

        // then
        assertThat(isTaken("REA/02")).isFalse();
        assertThat(restarted().bedOf("880021", NOW.plusSeconds(180))).isEmpty();
    }

    @Test
    void readingsOfOtherBedsGoOnWhileTheBrokerHasNotTakenAMovement() throws IOException {
        // given
        CensusPublisher census = admitted();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        CompletableFuture<Void> asked = sends.hold(TOPICS.staysCurrent(), answer);
        Future<Void> movement = started(() -> move(census, MovementAction.ADMIT, "880022", "REA/03", NOW));
        assertThat(asked).succeedsWithin(BOUND);

        // when
        Future<Void> reading = started(() -> census.announceBeds(List.of("REA/01")));

        // then
        assertThat(reading).succeedsWithin(BOUND);
        assertThat(movement).isNotDone();

        // when
        answer.complete(null);

        // then
        assertThat(movement).succeedsWithin(BOUND);
        assertThat(census.isKnown("REA/03")).isTrue();
    }

    /** Does work on a thread of its own. */
    private static Future<Void> started(Sending work) {
        var task = new FutureTask<Void>(() -> {
            work.run();
            return null;
        });
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private CensusPublisher admitted() throws IOException {
        CensusPublisher census = restarted();
        move(census, MovementAction.ADMIT, "880021", "REA/01", NOW);
        return census;
    }

    private static void transfer(CensusPublisher census) throws IOException {
        move(census, MovementAction.TRANSFER, "880021", "REA/02", NOW.plusSeconds(60));
    }

    private void transferInPart(CensusPublisher census, Topic<?> topic, String missing) {
        sends.fail(topic, missing);
        assertThatThrownBy(() -> transfer(census)).isInstanceOf(IOException.class);
        sends.recover();
    }

    /** Returns true when the newest stays of a bed have an open one. */
    private boolean isTaken(String bed) {
        return sends.values(TOPICS.staysCurrent()).stream()
                .filter(stays -> stays.getBed().equals(bed))
                .reduce((earlier, later) -> later)
                .filter(stays -> stays.getStays().stream().anyMatch(stay -> stay.getUntil() == null))
                .isPresent();
    }

    /** Returns the census of a gateway that starts with what the broker has. */
    private CensusPublisher restarted() {
        var census = new CensusPublisher(sends, TOPICS, keys.pseudonyms());
        sends.values(TOPICS.staysCurrent()).forEach(bed -> census.restoreBed(bed.getBed()));
        sends.values(TOPICS.staysClaimed()).forEach(bed -> census.restoreClaims(bed.getBed(), bed.getStays()));
        return census;
    }

    private static void admit(CensusPublisher census) throws IOException {
        move(census, MovementAction.ADMIT, "880021", "REA/01", NOW);
    }

    private static void move(CensusPublisher census, MovementAction action, String patient, String bed, Instant at)
            throws IOException {
        census.apply(
                List.of(new PatientMovement(
                        "A0",
                        action,
                        patient,
                        "V-" + patient,
                        bed,
                        "",
                        "",
                        Optional.of(at),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        PatientDemographics.UNKNOWN)),
                at);
    }
}
