package org.vigie.gateway.hl7.er7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.hl7.Hl7TestMessages;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;

/** Tests where segments and messages end: a line that is quoted in a text is never read as a segment. */
class SegmentTerminatorTest {
    private static final String QUOTE =
            "PID|||770062^^^V^PI||ORME^B\nPV1||I|TST^^62\nOBX|9|NM|8867-4^HR^LN||200|/min|||||F\n";
    private static final String BEGIN = Hl7TestMessages.header("ORU^R01", "20261128154544+0000")
            + "PID|||770061^^^V^PI||ORME^A\rPV1||I|TST^^61\rOBR|1|||1^m^L|||20261128154544+0000\r";
    private static final String END = "OBX|2|NM|8867-4^HR^LN||31|/min|||||F\r";
    private static final String OURS = "TST/61 770061 hr 31.0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NTE|1||the original was:\n" + QUOTE + "end of quote\r",
                "NTE|1||the original was:\n\n  " + QUOTE + "MSH|^~\\&|X|Y|||20260101||ADT^A03|q|P|2.5\nEVN|A03\r",
                "NTE|1||BTS|1\nFTS|1\nBHS|^~\\&|X\r",
                "NTE|1||the original was:\u2028" + QUOTE + "\r",
            })
    void linesQuotedInANoteAreText(String note) {
        assertThat(Hl7TestMessages.file(BEGIN + note + END))
                .singleElement()
                .extracting(Hl7TestMessages::words)
                .isEqualTo(List.of(OURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TX", "FT", "ST"})
    void linesQuotedInATextValueAreText(String type) {
        // given
        String row = "OBX|1|" + type + "|8867-4^HR^LN||see below\n" + QUOTE + "|/min|||||F\r";

        // when, then
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of(BEGIN + row + END))).containsExactly(OURS, "OBX-5 text");
    }

    @Test
    void linesQuotedInAMovementMoveNoOtherPatient() {
        // given
        String adt = Hl7TestMessages.header("ADT^A01", "20261128154544+0000")
                + "EVN||20261128154544+0000\rPID|||770061^^^V^PI||ORME\nPID|||770062\nPV1||I|TST^^62\rPV1||I|TST^^61\r";

        // when
        PatientMovement movement = Hl7TestMessages.of(adt).movements().get(0);

        // then
        assertThat(movement.patient()).isEqualTo("770061");
        assertThat(movement.bed()).isEqualTo("TST/61");
    }

    @Test
    void whereSegmentsEndInCrLfABareLineFeedIsText() {
        // given
        String message = (BEGIN + "NTE|1||quoted:#" + QUOTE.replace("\n", "#") + "\r" + END)
                .replace("\r", "\r\n")
                .replace('#', '\n');

        // when, then
        assertThat(Hl7TestMessages.file(message))
                .singleElement()
                .extracting(Hl7TestMessages::words)
                .isEqualTo(List.of(OURS));
    }

    @Test
    void lineFeedsEndSegmentsWhereThereIsNoCarriageReturn() {
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of((BEGIN + END).replace('\r', '\n'))))
                .containsExactly(OURS);
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of((BEGIN + END).replace('\r', '\n') + "\r")))
                .containsExactly(OURS);
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of((BEGIN + END).replace("\r", "\r\n"))))
                .containsExactly(OURS);
    }

    @Test
    void aHeaderThatEndsInALineFeedAmongCarriageReturnsIsRefused() {
        // when
        MessageOutcome mixed = Hl7TestMessages.of((BEGIN + END).replaceFirst("\r", "\n"));

        // then
        assertThat(mixed.ack()).isEqualTo("AR");
        assertThat(mixed.error()).isEqualTo("MSH: ends with LF, other segments with CR: all must end with CR");
        assertThat(mixed.observations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NTE|1||quoted:",
                "NTE|1||quoted:\r",
                "NTE|1||quoted:\r\n\r\n ",
                "NTE|1||quoted:\r \t",
                "NTE|1||a\r\nb",
                "OBX|1|TX|8867-4^HR^LN||quoted:",
                "OBX|1|tx|8867-4^HR^LN||quoted:",
                "OBX|1|TX&x|8867-4^HR^LN||quoted:",
                "OBX|1|STR|8867-4^HR^LN||quoted:",
                "OBX|1||8867-4^HR^LN||quoted:",
                "OBX|1|ED|REP^r||^TEXT^^A^quoted:",
                "OBX|1|CWE|NOTE^n||^quoted:",
                "OBX|1|RP|REP^r||quoted:",
                "OBX|1|NM|8867-4^HR^LN||80",
                "OBR|2|||REP^r|||20261128154544+0000|||||quoted:",
                "PD1|||quoted:",
                "PRT|1|AD|quoted:",
                "ZNT|1|quoted:",
                "DSP|1||quoted:",
                "PV2|||^quoted:",
            })
    void aLineThatEndsInCrLfWhereTheHeaderEndsInCrAloneIsRefused(String line) {
        // when
        MessageOutcome read = Hl7TestMessages.of(BEGIN + line + "\r\n" + QUOTE.replace("\n", "\r\n") + "end\r" + END);

        // then
        assertThat(read.ack()).isEqualTo("AR");
        assertThat(read.error()).startsWith("MSH: ends with CR alone, a later line with CR LF");
        assertThat(read.observations()).isEmpty();
    }

    @Test
    void oneCrLfIsEnoughWhereverItStands() {
        assertThat(Hl7TestMessages.of((BEGIN + END).replace("PV1", "\nPV1")).ack())
                .isEqualTo("AR");
        assertThat(Hl7TestMessages.of((BEGIN + END).replace("OBR", "\n\nOBR")).ack())
                .isEqualTo("AR");
        assertThat(Hl7TestMessages.of(BEGIN + "\n" + END).ack()).isEqualTo("AR");
        assertThat(Hl7TestMessages.of(
                                Hl7TestMessages.header("ADT^A01", "20261128154544+0000")
                                        + "EVN||20261128154544+0000\rPID|||770061^^^V^PI||ORME\rPD1|||see\r\nPID|||770062\r\nPV1||I|TST^^62\r")
                        .movements())
                .isEmpty();
    }

    @Test
    void aCrLfBehindTheLastSegmentIsIgnored() {
        for (String end : new String[] {"\n", "\n\r\n", "\u001c\r\n", " \n"}) {
            assertThat(Hl7TestMessages.words(Hl7TestMessages.of(BEGIN + END + end)))
                    .containsExactly(OURS);
        }
    }

    @Test
    void carriageReturnsThatAllHaveALineFeedBehindBlanksEndSegments() {
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of((BEGIN + END).replace("\r", "\r\r\n"))))
                .containsExactly(OURS);
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of((BEGIN + END).replace("\r", "\r\n\r\n"))))
                .containsExactly(OURS);
    }

    @Test
    void aBatchIsCutWhereItsMessagesBeginAndNotInTheirTexts() {
        // given
        String quoting = BEGIN + "NTE|1||FTS|1\nMSH|^~\\&|X|Y|||20260101||ORU^R01|q|P|2.5\n" + QUOTE + "\r" + END;
        String batch = "FHS|^~\\&|A\rBHS|^~\\&|A\r" + quoting + (BEGIN + END).replace("31", "32") + "BTS|2\rFTS|1\r";

        // when, then
        assertThat(Hl7TestMessages.file(batch).stream().map(Hl7TestMessages::words))
                .containsExactly(List.of(OURS), List.of("TST/61 770061 hr 32.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001c\r", "\u001c", "\u001c\r\n"})
    void framesOfAFileAreMessagesWhateverEndsTheirSegments(String end) {
        // given
        String lines = (BEGIN + END).replace('\r', '\n');
        String file = "\u000b" + lines + end + "\u000b" + lines + end + "\u000b" + BEGIN + END + end;

        // when, then
        assertThat(Hl7TestMessages.file(file).stream().map(Hl7TestMessages::words))
                .containsExactly(List.of(OURS), List.of(OURS), List.of(OURS));
    }

    @Test
    void controlCharactersInATextAreText() {
        // given
        String note = "NTE|1||line\u000bPID|||770062\u001cPV1||I|TST^^62\r";

        // when, then
        assertThat(Hl7TestMessages.file(BEGIN + note + END))
                .singleElement()
                .extracting(Hl7TestMessages::words)
                .isEqualTo(List.of(OURS));
    }

    @Test
    void messagesKeepTheirBytes() {
        // given
        byte[] file = (BEGIN + "NTE|1||\u00e9\n\u00e8\r").getBytes(StandardCharsets.UTF_16);

        // when, then
        assertThat(new Hl7MessageFile(file).messages())
                .singleElement()
                .isEqualTo((BEGIN + "NTE|1||é\nè\r").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pid|||770061^^^V^PI||ORME^A\r", "Pid|||770061\r", "xyz|a\r", "  pid|||1|||||||||||NE|NE\r"})
    void aNameInLowerCaseBehindTheHeaderIsRefusedAndAnswered(String line) {
        // when
        MessageOutcome read = Hl7TestMessages.of(
                Hl7TestMessages.header("ORU^R01", "20261128154544+0000") + line + "PV1||I|TST^^61\r" + END);

        // then
        assertThat(read.ack()).isEqualTo("AR");
        assertThat(read.error()).startsWith("MSH: a line behind it begins like a segment, but not in upper case");
        assertThat(read.observations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pid|||770062\r", "Pv1||I|TST^^62\r", "obx|1|NM|8867-4^HR^LN||200|/min|||||F\r", "obr|2\r"})
    void aNameInLowerCaseAmongOtherSegmentsIsRefused(String line) {
        assertThat(Hl7TestMessages.of(BEGIN + END + line + END).ack()).isEqualTo("AR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTE|1||a\rlist|of\rthe day\r", "NTE|1||a\rsee|b\r", "NTE|1||a\npid|||770062\r"})
    void textThatResemblesASegmentStaysText(String note) {
        assertThat(Hl7TestMessages.words(Hl7TestMessages.of(BEGIN + note + END)))
                .containsExactly(OURS);
    }
}
