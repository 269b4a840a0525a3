package org.vigie.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MessageIntake.IntakeDelivery;
import org.vigie.terminology.DropReason;

class MessageOutcomeTest {
    @Test
    void anOutcomeDoesNotChangeWithTheListsItWasMadeOf() {
        // given
        List<DroppedElement> dropped = new ArrayList<>();
        MessageOutcome outcome = new MessageOutcome("AA", "", List.of(), List.of(), List.of(), dropped);
        // when
        dropped.add(new DroppedElement("OBX[1]", "OBX-5", "", "", DropReason.EMPTY));
        // then
        assertThat(outcome.dropped()).isEmpty();
    }

    @Test
    void aRefusedMessageHasItsErrorAndNoContent() {
        // when
        MessageOutcome refused = MessageOutcome.refused("AR", "MSH-9: no message type");

        // then
        assertThat(refused)
                .isEqualTo(
                        new MessageOutcome("AR", "MSH-9: no message type", List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aDeliveryHasTheContentOfTheOutcome() {
        // given
        DroppedElement left = new DroppedElement("OBX[1]", "OBX-5", "", "", DropReason.EMPTY).withReadings(1);
        MessageOutcome outcome = new MessageOutcome("AA", "", List.of(), List.of(), List.of(), List.of(left));
        byte[] raw = {'M', 'S', 'H'};
        // when
        IntakeDelivery delivery = IntakeDelivery.of(IntakeProtocol.HL7, "MON|A", "m-1", 1, outcome, raw);
        // then
        assertThat(delivery.dropped()).containsExactly(left);
        assertThat(delivery.readings()).isEqualTo(1);
        assertThat(delivery.raw()).isEqualTo(raw);
    }

    @Test
    void aDeliveryWithOtherContentKeepsWhatWasLeftOut() {
        // given
        DroppedElement left = new DroppedElement("OBX[1]", "OBX-5", "", "", DropReason.EMPTY).withReadings(1);
        MessageOutcome outcome = new MessageOutcome("AA", "", List.of(), List.of(), List.of(), List.of(left));
        var delivery = IntakeDelivery.of(IntakeProtocol.HL7, "MON|A", "m-1", 1, outcome, new byte[] {'M'});

        // when
        IntakeDelivery other = delivery.with(List.of(), List.of(), List.of());

        // then
        assertThat(other.dropped()).containsExactly(left);
        assertThat(other.messageId()).isEqualTo("m-1");
        assertThat(other.protocol()).isEqualTo(IntakeProtocol.HL7);
    }

    @Test
    void equalBytesHaveEqualDigestsOf32Digits() {
        // given
        byte[] bytes = "MSH|".getBytes(StandardCharsets.UTF_8);
        // when
        String digest = ContentDigest.of(bytes).hex();
        // then: the first half of SHA-256
        assertThat(digest)
                .matches("[0-9a-f]{32}")
                .isEqualTo(ContentDigest.of(bytes.clone()).hex());
        assertThat(ContentDigest.of("MSH^".getBytes(StandardCharsets.UTF_8)).hex())
                .isNotEqualTo(digest);
        assertThat(ContentDigest.of(new byte[0]).hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
    }
}
