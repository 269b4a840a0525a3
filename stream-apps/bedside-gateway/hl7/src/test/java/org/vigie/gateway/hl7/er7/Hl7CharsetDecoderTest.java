package org.vigie.gateway.hl7.er7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the text of a message is the one that was sent, whatever its character set is called. */
class Hl7CharsetDecoderTest {
    private static final String NAME = "PID|1||7||ÉTÉ^ZOË\r";

    @ParameterizedTest
    @CsvSource({
        "8859/1, ISO-8859-1",
        "8859/15, ISO-8859-15",
        "8859/9, ISO-8859-9",
        "ISO 8859-1, ISO-8859-1",
        "UNICODE UTF-8, UTF-8",
        "utf-8, UTF-8",
        "windows-1252, windows-1252",
        "GB 18030-2000, GB18030",
        "GB18030-2000, GB18030",
    })
    void theDeclaredCharacterSetIsUsed(String declared, String sent) {
        // given
        String message = header(declared) + NAME;

        // when, then
        assertThat(Hl7CharsetDecoder.decode(message.getBytes(Charset.forName(sent))))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"BIG-5, Big5, 中文", "ISO IR87, ISO-2022-JP, ", "KS X 1001, EUC-KR, 한글", "KSX1001, EUC-KR, 한글"})
    void anAsianCharacterSetOfTable0211IsKnown(String declared, String charset, String text) {
        // when, then
        assertThat(Hl7CharsetDecoder.named(declared)).contains(Charset.forName(charset));
        if (text != null) {
            String message = header(declared) + "PID|1||7||" + text + "\r";
            assertThat(Hl7CharsetDecoder.decode(message.getBytes(Charset.forName(charset))))
                    .isEqualTo(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ASCII", "UNICODE", "NO-SUCH-SET", "8859/99", "~"})
    void withoutAKnownCharacterSetTheBytesDecide(String declared) {
        // given
        String message = header(declared) + NAME;

        // when, then
        assertThat(Hl7CharsetDecoder.decode(message.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(message);
        assertThat(Hl7CharsetDecoder.decode(message.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(message);
    }

    @Test
    void theFirstOfSeveralCharacterSetsCounts() {
        // given
        String message = header("8859/1~UNICODE UTF-8") + NAME;

        // when, then
        assertThat(Hl7CharsetDecoder.decode(message.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(message);
    }

    @Test
    void aByteOrderMarkRanksAboveTheDeclaredCharacterSet() {
        // given
        String message = header("8859/1") + NAME;

        // when, then
        assertThat(Hl7CharsetDecoder.decode(marked(message, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF)))
                .isEqualTo(message);
        assertThat(Hl7CharsetDecoder.decode(marked(message, StandardCharsets.UTF_16BE, 0xFE, 0xFF)))
                .isEqualTo(message);
        assertThat(Hl7CharsetDecoder.decode(marked(message, StandardCharsets.UTF_16LE, 0xFF, 0xFE)))
                .isEqualTo(message);
    }

    @Test
    void bytesThatAreNoMessageBecomeSomeText() {
        assertThat(Hl7CharsetDecoder.decode(new byte[0])).isEmpty();
        assertThat(Hl7CharsetDecoder.decode(new byte[] {(byte) 0xEF, (byte) 0xBB}))
                .hasSize(2);
        assertThat(Hl7CharsetDecoder.decode(new byte[] {(byte) 0xFF})).hasSize(1);
    }

    private static String header(String charset) {
        return "MSH|^~\\&|M|V|||20260610120000||ORU^R01|1|P|2.6||||||" + charset + "\r";
    }

    private static byte[] marked(String text, Charset charset, int... mark) {
        var bytes = new ByteArrayOutputStream();
        for (int each : mark) {
            bytes.write(each);
        }
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }
}
