package org.vigie.gateway.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hl7AcknowledgementTest {
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
    void theSenderSaysWhichAnswerItWants(String accept, String application, String good, String failed, String bad)
            throws MalformedHl7Message {
        Hl7Acknowledgement acknowledgement =
                Hl7Acknowledgement.of(Er7Message.parse(bytes(message("2.6", accept, application))));

        assertThat(acknowledgement.accepted()).isEqualTo(good);
        assertThat(acknowledgement.failed()).isEqualTo(failed);
        assertThat(acknowledgement.refused()).isEqualTo(bad);
    }

    @Test
    void anAcknowledgementGoesBackToItsSenderWithItsControlId() throws MalformedHl7Message {
        String text = Hl7Acknowledgement.of(Er7Message.parse(bytes(message("2.6", "", ""))))
                .text("AA", "V1", NOW, "");

        assertThat(text)
                .isEqualTo("MSH|^~\\&|VIGIE|WARD|MON|ICU|20260301091500.250+0000||ACK^R01|V1|P|2.6\rMSA|AA|77\r");
    }

    @Test
    void aRefusalNamesTheSegmentAndTheField() {
        String sent = message("2.6", "", "").replace("|ORU^R01|", "||");

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
            return Hl7Acknowledgement.refusal(bytes, "V1", NOW, e);
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
