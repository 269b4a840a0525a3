package org.vigie.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.RecordedSends;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.IntakeProtocol;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.gateway.intake.RefusedMessage;
import org.vigie.schemas.CountedReadings;
import org.vigie.schemas.LeftOutReadings;
import org.vigie.schemas.QuarantineReason;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.terminology.DropReason;

class SenderAccountsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:00Z");
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("ward", 1);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SenderAccounts accounts = new SenderAccounts(clock);

    private static IntakeDelivery delivery(String sender, int readings, List<DroppedElement> dropped) {
        return new IntakeDelivery(
                IntakeProtocol.HL7, sender, "m1", readings, List.of(), List.of(), List.of(), dropped, new byte[0]);
    }

    private static DroppedElement unmapped(String code) {
        return new DroppedElement("OBX[1]", "OBX-3", code, "71", DropReason.UNMAPPED_CODE).withReadings(1);
    }

    private CountedReadings only() {
        assertThat(accounts.counted()).hasSize(1);
        return accounts.counted().get(0);
    }

    private List<LeftOutReadings> inbox() {
        var sends = new RecordedSends();
        accounts.takeChanges().forEach(change -> change.send(sends, TOPICS).join());
        return sends.values(TOPICS.readingsLeftOut());
    }

    @Test
    void theReadingsOfAMessageArePublishedOrLeftOut() {
        // when
        accounts.taken(delivery("MON|ICU", 3, List.of(unmapped("777777"))), 2, List.of());

        // then
        CountedReadings counts = only();
        assertThat(counts.getMessages()).isEqualTo(1);
        assertThat(counts.getReadings()).isEqualTo(3);
        assertThat(counts.getPublished()).isEqualTo(2);
        assertThat(counts.getLeftOut()).containsOnlyKeys("UNMAPPED_CODE").containsValue(1L);
    }

    @Test
    void aReadingThatIsNeitherPublishedNorLeftOutIsUnaccounted() {
        // when
        accounts.taken(delivery("MON|ICU", 3, List.of()), 1, List.of());

        // then
        assertThat(only().getReadings()).isEqualTo(3);
        assertThat(only().getLeftOut()).containsOnlyKeys("UNACCOUNTED").containsValue(2L);
        assertThat(inbox())
                .singleElement()
                .extracting(LeftOutReadings::getExpected)
                .isEqualTo("a reason for each reading");
    }

    @Test
    void aReadingThatIsPublishedAndLeftOutRaisesTheReadings() {
        // when
        accounts.taken(delivery("MON|ICU", 1, List.of(unmapped("777777"))), 1, List.of());

        // then
        CountedReadings counts = only();
        assertThat(counts.getLeftOut()).containsEntry("UNACCOUNTED", 1L).containsEntry("UNMAPPED_CODE", 1L);
        assertThat(counts.getReadings()).isEqualTo(2);
    }

    @Test
    void entriesBeyondTwoHundredOfASenderAreSummedUpByReason() {
        // given
        List<DroppedElement> codes = IntStream.range(0, 250)
                .mapToObj(number -> unmapped(Integer.toString(100_000 + number)))
                .toList();

        // when
        accounts.taken(delivery("MON|ICU", 250, codes), 0, List.of());
        accounts.taken(delivery("PUMP|ICU", 1, List.of(unmapped("900000"))), 0, List.of());

        // then
        List<LeftOutReadings> entries = inbox();
        List<LeftOutReadings> ofMonitor = entries.stream()
                .filter(entry -> entry.getSource().equals("MON|ICU"))
                .toList();
        assertThat(ofMonitor).hasSize(201);
        assertThat(ofMonitor)
                .filteredOn(entry -> entry.getCode().equals("other"))
                .singleElement()
                .extracting(LeftOutReadings::getReadings)
                .isEqualTo(50L);
        assertThat(entries)
                .filteredOn(entry -> entry.getSource().equals("PUMP|ICU"))
                .hasSize(1);
    }

    @Test
    void aKnownEntryIsStillCountedWhenTheInboxIsFull() {
        // given
        IntStream.range(0, 220)
                .forEach(number -> accounts.taken(
                        delivery("MON|ICU", 1, List.of(unmapped(Integer.toString(100_000 + number)))), 0, List.of()));
        inbox();

        // when
        accounts.taken(delivery("MON|ICU", 1, List.of(unmapped("100000"))), 0, List.of());

        // then
        assertThat(inbox())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getCode()).isEqualTo("100000"))
                .extracting(LeftOutReadings::getReadings)
                .isEqualTo(2L);
    }

    @Test
    void sendersBeyondAThousandShareOneAccount() {
        // when
        for (int number = 0; number < SenderAccounts.MAX_SENDERS + 5; number++) {
            accounts.taken(delivery("MON-" + number, 1, List.of()), 1, List.of());
        }

        // then
        assertThat(accounts.counted()).hasSize(SenderAccounts.MAX_SENDERS + 1);
        assertThat(accounts.counted())
                .filteredOn(counts -> counts.getSource().equals("other"))
                .singleElement()
                .extracting(CountedReadings::getMessages)
                .isEqualTo(5L);
    }

    @Test
    void theReadingsOfARefusedMessageAreLeftOutWithoutItsNumbers() {
        // when
        accounts.refused(new RefusedMessage(
                IntakeProtocol.MQTT,
                "mqtt mon-81",
                new byte[0],
                "readings[17]: must be a list",
                4,
                QuarantineReason.REFUSED_MESSAGE));

        // then
        assertThat(only().getRefused()).isEqualTo(1);
        assertThat(only().getLeftOut()).containsOnlyKeys("REFUSED").containsValue(4L);
        assertThat(inbox())
                .singleElement()
                .extracting(LeftOutReadings::getExpected)
                .isEqualTo("readings[9]: must be a list");
    }

    @Test
    void aMessageThatIsSentAgainPublishesNothing() {
        // when
        accounts.sentAgain("MON|ICU", IntakeProtocol.HL7, 2);

        // then
        assertThat(only().getPublished()).isZero();
        assertThat(only().getLeftOut()).containsOnlyKeys("SENT_AGAIN").containsValue(2L);
    }

    @Test
    void theTextOfAnElementThatIsNoReadingIsKeptAsItsShapeOnly() {
        // given
        var patient = new DroppedElement("PID[2]", "PID-3", "4410077^ORMEAU", "", DropReason.OTHER_PATIENT);

        // when
        accounts.taken(delivery("HIS|ADT", 0, List.of(patient)), 0, List.of());

        // then
        assertThat(inbox()).singleElement().extracting(LeftOutReadings::getCode).isEqualTo("9999999^AAAAAA");
    }

    @Test
    void countsThatTheBrokerDoesNotTakeAreSentTheNextTime() {
        // given
        var sends = new RecordedSends();
        var ledger = new IntakeLedger(sends, TOPICS, clock);
        ledger.accounts().taken(delivery("MON|ICU", 2, List.of(unmapped("777777"))), 1, List.of());
        sends.fail(TOPICS.readingsCounted());
        sends.fail(TOPICS.readingsLeftOut());
        ledger.write().join();

        // when
        sends.recover();
        ledger.write().join();
        ledger.write().join();

        // then
        assertThat(sends.keys(TOPICS.readingsCounted())).containsExactly("MON|ICU|HL7");
        assertThat(sends.values(TOPICS.readingsLeftOut())).hasSize(1);
    }

    @Test
    void aGatewayThatStopsKnowsWhetherItsLastCountsWereTaken() {
        // given
        var sends = new RecordedSends();
        var ledger = new IntakeLedger(sends, TOPICS, clock);
        ledger.accounts().taken(delivery("MON|ICU", 2, List.of()), 1, List.of());
        sends.fail(TOPICS.readingsCounted());

        // then
        assertThat(ledger.isRestWritten()).isFalse();

        // when
        sends.recover();
        ledger.accounts().taken(delivery("MON|ICU", 2, List.of()), 1, List.of());

        // then
        assertThat(ledger.isRestWritten()).isTrue();
    }
}
