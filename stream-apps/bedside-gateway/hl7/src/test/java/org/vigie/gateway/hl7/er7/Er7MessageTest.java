package org.vigie.gateway.hl7.er7;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.field.Hl7NumberParser;
import org.vigie.schemas.variable.ValueRange;

class Er7MessageTest {
    private static final String HEADER = "MSH|^~\\&|A|B|C|D|20260301||ORU^R01^ORU_R01| 7 |P|2.6\r";

    @Test
    void fieldsComponentsAndRepetitionsCountFromOne() throws MalformedHl7Message {
        // given
        Er7Message message = Er7Message.parse(HEADER + "PID|1||a^b&c~d^e||x\\F\\y\\S\\z\r");

        // when
        Hl7Segment pid = message.first("PID");

        // then
        assertThat(message.header().raw(1)).isEqualTo("|");
        assertThat(message.header().raw(2)).isEqualTo("^~\\&");
        assertThat(message.event()).isEqualTo("R01");
        assertThat(message.controlId()).isEqualTo("7");
        assertThat(pid.get(3, 2)).isEqualTo("b");
        assertThat(pid.repetitions(3)).containsExactly("a^b&c", "d^e");
        assertThat(pid.component(pid.repetitions(3).get(1), 2)).isEqualTo("e");
        assertThat(pid.get(5)).isEqualTo("x|y^z");
        assertThat(pid.get(40)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a\\T\\b, a&b",
        "a\\E\\b, a\\b",
        "a\\X0D0A\\b, 'a\r\nb'",
        "a\\.br\\b, 'a\nb'",
        "a\\H\\b\\N\\, ab",
        "a\\Zx\\b, a\\Zx\\b",
        "half \\F, half \\F",
        "a\\X0G\\b, a\\X0G\\b",
    })
    void escapesAreTakenBackAndUnknownOnesStay(String sent, String meant) throws MalformedHl7Message {
        assertThat(Er7Message.parse(HEADER + "PID|||||" + sent + "\r")
                        .first("PID")
                        .words(5))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "8859/1, ISO-8859-1",
        "8859/15, ISO-8859-15",
        "UNICODE UTF-8, UTF-8",
        "UTF-8, UTF-8",
        "ASCII, windows-1252",
        "'', UTF-8",
        "nonsense, UTF-8",
        "GB 18030-2000, GB18030",
        "UNICODE UTF-16, UTF-16",
    })
    void theCharactersAreThoseOfTheDeclaredSet(String declared, String written) throws MalformedHl7Message {
        // given
        String header = "MSH|^~\\&|A|B|C|D|20260301||ORU^R01|7|P|2.6||||||" + declared + "\rPID|||||é\r";
        byte[] bytes = header.getBytes(Charset.forName(written));

        // when, then
        assertThat(Er7Message.parse(bytes).first("PID").get(5)).isEqualTo("é");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheMessage() throws MalformedHl7Message {
        // given
        byte[] bytes = ("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8);

        // when, then
        assertThat(Er7Message.parse(bytes).type()).isEqualTo("ORU");
    }

    @ParameterizedTest
    @CsvSource({
        "'', MSH: the message does not begin with MSH",
        "PID|||1, MSH: the message does not begin with MSH",
        "MSH, MSH-1: no field separator",
        "MSHX, MSH-1: no field separator",
        "MSH|, MSH-2: must be 2 to 5 encoding characters",
        "MSH|^~\\&|A|B|C|D|1||, MSH-9: no message type",
        "MSH|^~\\&|A|B|C|D|1||ORU^R01|, MSH-10: no message control id",
    })
    void aMalformedMessageNamesThePlace(String sent, String words) {
        assertThatThrownBy(() -> Er7Message.parse(sent.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        MalformedHl7Message.class,
                        e -> assertThat(e.error().words()).isEqualTo(words));
    }

    @ParameterizedTest
    @CsvSource({
        "90-160, 90, 160",
        "-5-10, -5, 10",
        "-10--5, -10, -5",
        "70_105, 70, 105",
        "<500, -Infinity, 500",
        ">=50, 50, Infinity",
        "0.5 - 1.5, 0.5, 1.5",
        "160-90, -Infinity, Infinity",
        "normal, -Infinity, Infinity",
        "-, -Infinity, Infinity",
    })
    void limitsAreReadAsMonitorsWriteThem(String sent, double low, double high) {
        assertThat(Hl7NumberParser.range(sent)).isEqualTo(new ValueRange(low, high));
    }
}
