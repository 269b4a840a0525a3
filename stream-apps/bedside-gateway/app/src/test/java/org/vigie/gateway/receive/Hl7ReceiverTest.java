package org.vigie.gateway.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.gateway.RecordedSends;
import org.vigie.gateway.codes.LeftOutCounter;
import org.vigie.gateway.codes.UnmappedCodeInbox;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.gateway.ledger.SenderAccounts;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.publish.BedNameResolver;
import org.vigie.gateway.publish.BedsideAlarmPublisher;
import org.vigie.gateway.publish.CensusPublisher;
import org.vigie.gateway.publish.DeliveryArchive;
import org.vigie.gateway.publish.DeliveryPublisher;
import org.vigie.gateway.publish.DeliveryPublishers;
import org.vigie.gateway.publish.MeasurementPublisher;
import org.vigie.gateway.publish.MovementPublisher;
import org.vigie.gateway.publish.ObservationAmendments;
import org.vigie.gateway.read.BedList;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.Quarantined;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.terminology.CodeMap;

class Hl7ReceiverTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:15:01Z"), ZoneOffset.UTC);
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);
    private static final String HEADER = "MSH|^~\\&|MON|ICU|VIGIE|WARD|20260301091500||%s|77|P|2.6\r";
    private static final String RESULT = HEADER.formatted("ORU^R01")
            + "PID|||4410077\rPV1||I|%s\rOBR|1|||1^vitals|||20260301091459\r"
            + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC||83|/min|||||F\r";

    @TempDir
    Path directory;

    private final RecordedSends sends = new RecordedSends();
    private final SenderAccounts accounts = new SenderAccounts(CLOCK);
    private Hl7Receiver receiver;

    @BeforeEach
    void open() {
        GatewayKeysets keys = GatewayKeysets.load(directory);
        var counters = new GatewayCounters(new PrometheusRegistry());
        var stays = new CensusPublisher(sends, TOPICS, keys.pseudonyms());
        var archive = new DeliveryArchive(sends, TOPICS, keys.seal(), counters, CLOCK);
        var amendments = new ObservationAmendments(keys.pseudonyms()::statement);
        var publishers = new DeliveryPublishers(
                archive,
                new MovementPublisher(stays, archive, counters),
                new MeasurementPublisher(sends, TOPICS, stays, amendments, archive, counters),
                new BedsideAlarmPublisher(sends, TOPICS, stays, counters));
        var publisher = new DeliveryPublisher(
                new BedNameResolver(BedList.of(List.of()), stays::isKnown, counters),
                stays,
                publishers,
                new LeftOutCounter(new UnmappedCodeInbox(sends, TOPICS), counters),
                accounts,
                counters,
                CLOCK);
        receiver = new Hl7Receiver(CodeMap::standard, SenderRules.in(ZoneOffset.UTC), publisher, counters, CLOCK);
    }

    private String answer(String message) {
        return answer(message, true);
    }

    private String answer(String message, boolean isWhole) {
        return receiver.receive(message.getBytes(StandardCharsets.US_ASCII), isWhole)
                .join();
    }

    private CountedReadings counts(String sender) {
        return accounts.counted().stream()
                .filter(counts -> counts.getSource().equals(sender))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStoredMessageIsAcceptedAndItsReadingPublished() {
        // when
        String answer = answer(RESULT.formatted("REA^^03"));

        // then
        assertThat(answer).contains("\rMSA|AA|77\r").doesNotContain("\rERR");
        assertThat(sends.keys(TOPICS.observationsRaw())).containsExactly("REA/03");
        assertThat(counts("MON|ICU").getPublished()).isEqualTo(1);
    }

    @Test
    void aMessageThatTheBrokerRefusesIsRequestedAgainAndNotCounted() {
        // given
        sends.fail(TOPICS.observationsRaw());

        // when
        String answer = answer(RESULT.formatted("REA^^03"));

        // then
        assertThat(answer).contains("\rMSA|AE|77\r").contains("not stored, send it again");
        assertThat(accounts.counted()).isEmpty();
    }

    @Test
    void aMessageThatWasNotStoredIsPublishedWhenItComesAgain() {
        // given
        sends.fail(TOPICS.observationsRaw());
        String first = answer(RESULT.formatted("REA^^03"));
        sends.recover();

        // when
        String second = answer(RESULT.formatted("REA^^03"));

        // then
        assertThat(first).contains("|AE|");
        assertThat(second).contains("|AA|");
        assertThat(sends.values(TOPICS.observationsRaw())).hasSize(1);
    }

    @Test
    void aMessageThatWasStoredIsAcceptedAgainAndNotPublishedAgain() {
        // given
        answer(RESULT.formatted("REA^^03"));

        // when
        String answer = answer(RESULT.formatted("REA^^03"));

        // then
        assertThat(answer).contains("\rMSA|AA|77\r");
        assertThat(sends.values(TOPICS.observationsRaw())).hasSize(1);
        assertThat(counts("MON|ICU").getLeftOut()).containsEntry("SENT_AGAIN", 1L);
    }

    @Test
    void aMalformedMessageIsRejectedAndQuarantinedAsMalformed() {
        // when
        String answer = answer("PID|no header|ORMEAU\r");

        // then
        assertThat(answer).contains("\rMSA|AR|\r");
        assertThat(sends.values(TOPICS.recordsQuarantined()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.getOrigin().getTopic()).isEqualTo("hl7:unknown"))
                .extracting(Quarantined::getReason)
                .isEqualTo(QuarantineReason.MALFORMED_MESSAGE);
        assertThat(counts("unknown").getRefused()).isEqualTo(1);
    }

    @Test
    void aFrameThatWasCutOffIsRejectedWithItsControlId() {
        // when
        String answer = answer(RESULT.formatted("REA^^03"), false);

        // then
        assertThat(answer).contains("\rMSA|AR|77\r").contains("the frame was cut off by the start of another");
        assertThat(sends.values(TOPICS.observationsRaw())).isEmpty();
    }

    @Test
    void anUnsupportedMessageIsRejectedAndQuarantinedUnderItsSender() {
        // when
        String answer = answer(HEADER.formatted("SIU^S12"));

        // then
        assertThat(answer).contains("\rMSA|AR|77\r").contains("messages of type SIU are not taken here");
        assertThat(sends.values(TOPICS.recordsQuarantined()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.getOrigin().getTopic()).isEqualTo("hl7:MON|ICU"))
                .extracting(Quarantined::getReason)
                .isEqualTo(QuarantineReason.REFUSED_MESSAGE);
    }

    @Test
    void aRejectionThatCannotBeQuarantinedIsAnErrorSoThatTheSenderTriesAgain() {
        // given
        sends.fail(TOPICS.recordsQuarantined());

        // when
        String answer = answer(HEADER.formatted("SIU^S12"));

        // then
        assertThat(answer).contains("\rMSA|AE|77\r").contains("messages of type SIU are not taken here");
        assertThat(accounts.counted()).isEmpty();
    }

    @Test
    void aReadingOfNoBedIsQuarantinedWithItsMessage() {
        // when
        String answer = answer(RESULT.formatted(""));

        // then
        assertThat(answer).contains("\rMSA|AA|77\r");
        assertThat(sends.values(TOPICS.recordsQuarantined()))
                .extracting(Quarantined::getReason)
                .containsExactly(QuarantineReason.NO_BED);
        assertThat(counts("MON|ICU").getLeftOut()).containsEntry("NO_BED", 1L);
    }
}
