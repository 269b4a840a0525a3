package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.terminology.DropReason;

/** Tests each reason for which a whole message is refused: the sender gets AR and the field that is wrong. */
class RefusedHl7MessageTest {
    private static final String ROW = "OBX|1|NM|8867-4^HR^LN||72|/min|||||F\r";

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "''!does not begin with MSH",
                "PID|1||7!does not begin with MSH",
                "a text!does not begin with MSH",
                "<ORU_R01 xmlns='urn:hl7-org:v2xml'/>!HL7 in XML is not read",
                "MSH!no field separator",
                "MSHX^~\\&|A|B!no field separator",
                "MSH |^~\\&|A!no field separator",
                "MSH||A|B!must be 2 to 5 encoding characters",
                "MSH|^~\\&#@$|A|B!must be 2 to 5 encoding characters",
                "MSH|^~\\&|A|B|C|D|20260301||||P|2.6!no message type",
                "MSH|^~\\&|A|B|C|D|20260301||ORU^R01||P|2.6!no message control id",
            })
    void aMessageWithoutAHeaderIsRefusedWithTheField(String message, String reason) {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(message);

        // then
        assertThat(outcome.ack()).isEqualTo("AR");
        assertThat(outcome.error()).startsWith("MSH").contains(reason);
        assertThat(outcome.observations()).isEmpty();
    }

    @Test
    void mixedLineEndsAreRefusedBecauseAQuotedTextCouldBeTakenForASegment() {
        // given
        String message = Hl7TestMessages.oru(ROW.strip());

        // when, then
        assertThat(Hl7TestMessages.of(message.replaceFirst("\r", "\n")).error())
                .contains("ends with LF, other segments with CR");
        assertThat(Hl7TestMessages.of(message.replace("\rPV1", "\r\nPV1")).error())
                .contains("a later line with CR LF");
    }

    @Test
    void aSegmentInLowerCaseIsRefusedAndNotSkipped() {
        // when
        MessageOutcome outcome =
                Hl7TestMessages.of(Hl7TestMessages.oru(ROW.strip()).replace("PID|", "pid|"));

        // then
        assertThat(outcome.ack()).isEqualTo("AR");
        assertThat(outcome.error()).contains("not in upper case: PID, not pid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VXU^V04", "SIU^S12", "ORM^O01", "DFT^P03"})
    void aMessageOfAnotherTypeWithoutMeasurementsIsRefusedAndNamesItsType(String type) {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(Hl7TestMessages.header(type, "20260610120000+0200"));

        // then
        assertThat(outcome.ack()).isEqualTo("AR");
        assertThat(outcome.error()).contains("messages of type " + type.substring(0, 3) + " are not taken here");
        assertThat(outcome.dropped()).singleElement().satisfies(left -> {
            assertThat(left.field()).isEqualTo("MSH-9");
            assertThat(left.reason()).isEqualTo(DropReason.OTHER_MESSAGE);
        });
    }

    @Test
    void aTypeThatMayBeANameIsNotQuoted() {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(Hl7TestMessages.header("ORMEAU APOLLINE", "20260610120000+0200"));

        // then
        assertThat(outcome.error()).contains("messages of this type").doesNotContain("ORMEAU");
    }

    @Test
    void aMessageOfAnotherTypeWithAMeasurementIsTaken() {
        // given
        String message = Hl7TestMessages.oru(ROW.strip()).replace("ORU^R01", "ORM^O01");

        // when, then
        assertThat(Hl7TestMessages.of(message).ack()).isEqualTo("AA");
        assertThat(Hl7TestMessages.values(Hl7TestMessages.of(message))).containsExactly("hr 72.0");
    }

    @Test
    void aMessageOfOursWithoutAnythingIsTakenAndSaysSo() {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(Hl7TestMessages.header("ORU^R01", "20260610120000+0200"));

        // then
        assertThat(outcome.ack()).isEqualTo("AA");
        assertThat(outcome.dropped()).extracting(left -> left.reason()).containsExactly(DropReason.OTHER_MESSAGE);
    }
}
