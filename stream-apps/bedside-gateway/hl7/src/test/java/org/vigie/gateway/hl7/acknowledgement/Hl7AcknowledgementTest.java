package org.vigie.gateway.hl7.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.Hl7ReadResult;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Error;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;
import org.vigie.terminology.CodeMap;

class Hl7AcknowledgementTest {
    private static final Hl7Error UNSUPPORTED = new Hl7Error("MSH", 9, Hl7Error.MESSAGE_TYPE, "not taken here");
    private static final Instant NOW = Instant.parse("2026-03-01T09:15:00.250Z");

    @ParameterizedTest
    @CsvSource({
        "'', '', AA, AE, AR",
        "AL, NE, CA, CE, CR",
        "NE, AL, AA, AE, AR",
        "AL, AL, AA, AE, AR",
        "NE, NE, none, none, none",
        "ER, NE, none, CE, CR",
        "NE, ER, none, AE, AR",
        "SU, NE, CA, none, none",
        "AL, ER, CA, AE, AR",
    })
    void theSenderChoosesTheAcknowledgement(String accept, String application, String good, String failed, String bad)
            throws MalformedHl7Message {
        // given
        Er7Message message = Er7Message.parse(bytes(message("2.6", accept, application)));

        // when
        Hl7Acknowledgement accepted = Hl7Acknowledgement.accepted(message);
        Hl7Acknowledgement rejected = Hl7Acknowledgement.rejected(message, UNSUPPORTED);

        // then
        assertThat(accepted.code().text()).isEqualTo(good);
        assertThat(accepted.failed("not stored").code().text()).isEqualTo(failed);
        assertThat(rejected.code().text()).isEqualTo(bad);
        assertThat(rejected.failed().code().text()).isEqualTo(failed);
    }

    @Test
    void anAcknowledgementGoesBackToItsSenderWithItsControlId() throws MalformedHl7Message {
        // given
        Hl7Acknowledgement accepted = Hl7Acknowledgement.accepted(Er7Message.parse(bytes(message("2.6", "", ""))));

        // when
        String text = accepted.text("V1", NOW);

        // then
        assertThat(text)
                .isEqualTo("MSH|^~\\&|VIGIE|WARD|MON|ICU|20260301091500.250+0000||ACK^R01|V1|P|2.6\rMSA|AA|77\r");
    }

    @Test
    void anAnswerIsNotAnsweredUnlessItFails() throws MalformedHl7Message {
        // given
        String answer = message("2.6", "", "") + "MSA|AA|76\r";

        // when
        Hl7Acknowledgement accepted = Hl7Acknowledgement.accepted(Er7Message.parse(bytes(answer)));

        // then
        assertThat(accepted.code()).isEqualTo(Hl7AcknowledgementCode.NONE);
        assertThat(accepted.text("V1", NOW)).isEmpty();
        assertThat(accepted.failed("not stored").code()).isEqualTo(Hl7AcknowledgementCode.AE);
    }

    @Test
    void aFailureIsAnsweredWithItsReasonAndTheMessageIsRequestedAgain() throws MalformedHl7Message {
        // given
        Er7Message message = Er7Message.parse(bytes(message("2.6", "", "")));

        // when
        String text = Hl7Acknowledgement.accepted(message)
                .failed("not stored, send it again")
                .text("V1", NOW);

        // then
        assertThat(text)
                .contains("\rMSA|AE|77\r")
                .endsWith("\rERR|||207^not stored, send it again^HL70357|E||||not stored, send it again\r");
    }

    @Test
    void aRejectionThatCouldNotBeKeptKeepsItsErrorAndAsksForTheMessageAgain() {
        // given
        byte[] bytes = bytes(message("2.6", "", "").replace("|ORU^R01|", "||"));
        var error = new Hl7Error("MSH", 9, Hl7Error.REQUIRED_FIELD, "no message type");

        // when
        Hl7Acknowledgement failed = Hl7Acknowledgement.rejected(bytes, error).failed();

        // then
        assertThat(failed.error()).contains(error);
        assertThat(failed.text("V1", NOW)).contains("\rMSA|AE|77\r").contains("|101^no message type^HL70357|E|");
    }

    @Test
    void aRejectionWithoutAHeaderThatCouldNotBeKeptIsAnError() {
        // when
        Hl7Acknowledgement failed = Hl7Acknowledgement.rejected(bytes("GET / HTTP/1.1"), UNSUPPORTED)
                .failed();

        // then
        assertThat(failed.code()).isEqualTo(Hl7AcknowledgementCode.AE);
        assertThat(failed.text("V1", NOW)).contains("\rMSA|AE|\r");
    }

    @Test
    void theReaderHandsOverTheAcknowledgementOfWhatItRead() {
        // given
        var reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneOffset.UTC));
        byte[] unsupported = bytes(message("2.6", "", "").replace("ORU^R01", "SIU^S12"));

        // when
        Hl7ReadResult read = reader.readWithAcknowledgement(unsupported);

        // then
        assertThat(read.acknowledgement().code()).isEqualTo(Hl7AcknowledgementCode.AR);
        assertThat(read.acknowledgement().error())
                .map(Hl7Error::words)
                .contains(read.outcome().error());
        assertThat(read.outcome().ack()).isEqualTo("AR");
        assertThat(read.outcome().error()).isEqualTo("MSH-9: messages of type SIU are not taken here");
    }

    @Test
    void aRefusalNamesTheSegmentAndTheField() {
        // given
        String sent = message("2.6", "", "").replace("|ORU^R01|", "||");

        // when, then
        assertThat(refusal(sent)).contains("\rMSA|AR|77\r").contains("\rERR||MSH^1^9|101^no message type^HL70357|E|");
    }

    @Test
    void anOldSenderGetsTheOldKindOfError() {
        assertThat(refusal(message("2.3", "", "").replace("|77|", "||")))
                .contains("\rERR|MSH^1^10^101&no message control id&HL70357\r");
    }

    @Test
    void whatIsNoHl7IsRefusedAllTheSame() {
        assertThat(refusal("GET / HTTP/1.1")).startsWith("MSH|^~\\&|VIGIE|").contains("\rMSA|AR|\rERR||MSH^1|100^");
    }

    @Test
    void hl7InXmlIsRefusedByItsName() {
        assertThat(refusal("<?xml version=\"1.0\"?><ORU_R01 xmlns=\"urn:hl7-org:v2xml\"><MSH/></ORU_R01>"))
                .contains("\rMSA|AR|\rERR||MSH^1|100^HL7 in XML is not read, only ER7");
    }

    private static String refusal(String sent) {
        byte[] bytes = sent.getBytes(StandardCharsets.US_ASCII);
        try {
            Er7Message.parse(bytes);
            throw new AssertionError("was not refused");
        } catch (MalformedHl7Message e) {
            return Hl7Acknowledgement.rejected(bytes, e.error()).text("V1", NOW);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String message(String version, String accept, String application) {
        return String.join(
                "|",
                "MSH",
                "^~\\&",
                "MON",
                "ICU",
                "VIGIE",
                "WARD",
                "20260301",
                "",
                "ORU^R01",
                "77",
                "P",
                version,
                "",
                "",
                accept,
                application + "\rPID|||1\r");
    }
}
