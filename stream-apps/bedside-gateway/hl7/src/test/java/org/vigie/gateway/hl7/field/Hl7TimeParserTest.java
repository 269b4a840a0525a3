package org.vigie.gateway.hl7.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.Hl7TestMessages;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.read.SenderClock;
import org.vigie.terminology.CodeMap;

/** Tests that a nonexistent time and an ambiguous time are reported and never shifted. */
class Hl7TimeParserTest {
    private static final String PARIS_NIGHT = "20261025023000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260610115960+0200",
                "20260610115975+0200",
                "20260610115960.5+0200",
                "20260610116100+0200",
                "20260610240000+0200",
                "20260610250000",
                "20260631115900",
                "20260230115900+0200",
                "20261310115900",
                "20260010115900",
                "20260600115900",
                "00000610115900",
                "00010101000000",
                "20260610115900+2500",
                "20260610115900+99:99",
                "20260610115900+02:0",
                "20260610115900+ab00",
                "20260610115900+0260",
                "20260610115900+1500",
                "20260610115900-1245",
                "20260610115900+0207",
                "20260610115900+530",
                "20260610115900+2",
                "20260610-115900",
                "2026061011590",
                "20260610115900&20260610120000",
                "20260610115900Z+0200",
                "20260610115900.5.5",
                "202606101159.5",
                "202606101159.5+0200",
                "202606101159,5",
                "2026061011.25",
                "20260610.5",
                "20260610.",
                "202606101159.Z",
                "20260610115900.x",
                "2026-06-10T11:59:60Z",
                "2026-06-10T24:00:00Z",
                "2026-02-30T11:59:00Z",
                "2026-06-10T11:59:00+18:00",
                "0000-06-10T11:59:00Z",
                "+20260610115900",
            })
    void aTimeThatDoesNotExistIsNone(String sent) {
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(Hl7TestMessages.oru(row(sent)))))
                .containsExactly("OBX-14 no time");
    }

    @ParameterizedTest
    @CsvSource({
        "20260610115959+0200, 2026-06-10T09:59:59Z",
        "20260610115900-0330, 2026-06-10T15:29:00Z",
        "20260610115900+02:00, 2026-06-10T09:59:00Z",
        "20260610115900+0545, 2026-06-10T06:14:00Z",
        "20260610115900+1400, 2026-06-09T21:59:00Z",
        "20260610115900-1200, 2026-06-10T23:59:00Z",
        "20260610115900-0000, 2026-06-10T11:59:00Z",
        "20260610115900.25, 2026-06-10T09:59:00.250Z",
        "20240229115900, 2024-02-29T09:59:00Z",
        "20260610115900^S, 2026-06-10T09:59:00Z",
        "20260610115900 +0200, 2026-06-10T09:59:00Z",
        "2026-06-10T11:59:00+02:00, 2026-06-10T09:59:00Z",
    })
    void aTimeThatExistsIsReadAsItStands(String sent, String instant) {
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(Hl7TestMessages.oru(row(sent)))))
                .containsExactly(instant);
    }

    @Test
    void aMeasurementNeverGetsATimeInPlaceOfOneThatCannotBeRead() {
        // given: an order, and a channel, whose times do not exist
        String order =
                Hl7TestMessages.oru("OBX|1|NM|8867-4^HR^LN||71|/min|||||F").replace("115955+0200", "115960+0200");
        String other =
                order.replace("OBR|1|||1^m^L|||20260610115960+0200", "OBR|1|||1^m^L|||20260610115960|20260610115900");
        String channel = Hl7TestMessages.oru(
                "OBX|1||69799^MDC_DEV_ECG_CHAN^MDC|1.1.1.0|||||||X|||20260610116000+0200",
                "OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|83||||||R");

        // then
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(order))).containsExactly("OBR-7 no time");
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(other))).containsExactly("OBR-7 no time");
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(channel)))
                .containsExactly("OBX-3 device row", "OBX-14 no time");
    }

    @Test
    void aMovementNeverGetsATimeInPlaceOfOneThatCannotBeRead() {
        // given
        String adt = Hl7TestMessages.header("ADT^A01", "20260610120000+0200")
                + "EVN||20260610115960+0200||||20260610115900\rPID|||880021\rPV1||I|REA^^21" + "|".repeat(41)
                + "20260610246000\rZBE|1|20260631115900\r";

        // when
        MessageOutcome read = Hl7TestMessages.of(adt);

        // then
        PatientMovement movement = read.movements().get(0);
        assertThat(movement.time()).isEmpty();
        assertThat(movement.admittedAt()).isEmpty();
        assertThat(movement.bed()).isEqualTo("REA/21");
        assertThat(read.dropped())
                .extracting(DroppedElement::field)
                .containsExactlyInAnyOrder("ZBE-2", "EVN-2", "PV1-44");
    }

    @Test
    void anAlarmNeverGetsATimeInPlaceOfOneThatCannotBeRead() {
        // given
        String alarm = Hl7TestMessages.oru(
                        "OBX|1|ST|196652^MDC_EVT_HI^MDC|1.1.1.1.1|HR high||||||F|||20260610115960+0200",
                        "OBX|2|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1.2|183||||||F|||20260610115958+0200")
                .replace("ORU^R01", "ORU^R40");

        // when, then
        assertThat(Hl7TestMessages.of(alarm).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.time()).isEmpty());
    }

    @Test
    void theHourThatAClockShowsTwiceIsAmbiguous() {
        // given
        String message = local("20261025040000", "20261025013000", PARIS_NIGHT, "20261025025959.999", "20261025030000");

        // when, then
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(message)))
                .containsExactly(
                        "2026-10-24T23:30:00Z",
                        "2026-10-25T02:00:00Z",
                        "OBX-14 ambiguous time",
                        "OBX-14 ambiguous time");
    }

    @Test
    void theHourThatAClockSkipsIsNoTime() {
        // given
        String message = local("20260329040000", "20260329015959", "20260329023000", "20260329030000");

        // when, then
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(message)))
                .containsExactly("2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "OBX-14 no time");
    }

    @ParameterizedTest
    @CsvSource({
        "20261025023000+0200, 20261025023010, 2026-10-25T00:30:00Z",
        "20261025023000+0100, 20261025023010, 2026-10-25T01:30:00Z",
        "20261025023000, 20261025023010+0100, 2026-10-25T01:30:00Z",
        "20261025023000, 20261025023010+0200, 2026-10-25T00:30:00Z",
    })
    void anOffsetInTheRowOrInTheHeaderDistinguishesTheTwoHours(String row, String header, String instant) {
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(local(header, row))))
                .containsExactly(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:30:02Z, 2026-10-25T00:30:00Z",
        "2026-10-25T00:27:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25T00:55:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25T01:30:02Z, 2026-10-25T01:30:00Z",
        "2026-10-25T01:27:00Z, 2026-10-25T01:30:00Z",
        "2026-10-25T01:45:00Z, OBX-14 ambiguous time",
        "2026-10-25T09:00:00Z, OBX-14 ambiguous time",
    })
    void theTimeOfArrivalDistinguishesTheTwoHoursOfAMonitor(String arrival, String expected) {
        // given
        MessageOutcome read = Hl7TestMessages.arrived(arrival, local(PARIS_NIGHT, PARIS_NIGHT));

        // when, then
        assertThat(Hl7TestMessages.times(read)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T01:30:02Z, 2026-03-29T01:30:00Z",
        "2026-03-29T00:30:02Z, 2026-03-29T00:30:00Z",
        "2026-03-29T05:00:00Z, OBX-14 no time",
    })
    void timesOfAMonitorWhoseClockWasNotChangedInSpringAreRead(String arrival, String expected) {
        // given
        String night = "20260329023000";

        // when, then
        assertThat(Hl7TestMessages.times(Hl7TestMessages.arrived(arrival, local(night, night))))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // shown at the bed, arrival, read
        "20261025030500, 2026-10-25T01:05:02Z, 2026-10-25T01:05:00Z",
        "20261025100000, 2026-10-25T08:00:02Z, 2026-10-25T08:00:00Z",
        "20261025030500, 2026-10-25T02:05:02Z, 2026-10-25T02:05:00Z",
        "20261025033000, 2026-10-25T01:05:02Z, 2026-10-25T02:30:00Z",
    })
    void aMonitorThatWasNotSetBackInAutumnStaysWatched(String shown, String arrival, String expected) {
        // given
        MessageOutcome read = Hl7TestMessages.arrived(arrival, local(shown, shown));

        // when, then
        assertThat(Hl7TestMessages.times(read)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // MSH-7, measured, arrival, read
        "20261025032000, 20261025030500, 2026-10-25T01:20:02Z, 2026-10-25T01:05:00Z",
        "20261025044000, 20261025030500, 2026-10-25T02:40:02Z, 2026-10-25T01:05:00Z",
        "20261025034000, 20261025030500, 2026-10-25T02:40:02Z, 2026-10-25T02:05:00Z",
    })
    void aLateValueOfAMonitorThatWasNotSetBackKeepsItsHour(String sent, String shown, String arrival, String expected) {
        // given
        MessageOutcome read = Hl7TestMessages.arrived(arrival, local(sent, shown));

        // when, then
        assertThat(Hl7TestMessages.times(read)).containsExactly(expected);
    }

    @Test
    void aMovementThatIsPlannedForTheNextHourKeepsItsTimeInWinter() {
        // given
        String adt = Hl7TestMessages.header("ADT^A03", "20261130140000")
                + "EVN||20261130140000||||20261130150000\rPID|||880021\rPV1||I|REA^^21\r";

        // when, then
        assertThat(Hl7TestMessages.arrived("2026-11-30T13:00:02Z", adt)
                        .movements()
                        .get(0)
                        .time())
                .contains(Instant.parse("2026-11-30T14:00:00Z"));
    }

    @Test
    void aSendersOwnZoneDecidesWhichHourIsTwice() {
        // given
        var rules = new SenderRules(
                SenderClock.DEFAULT_ZONE,
                List.of(new SenderRules.SenderConfig("FIELDMON", Optional.of(ZoneId.of("America/New_York")), false)));
        var reader = new Hl7Reader(CodeMap.standard(), rules);
        byte[] message = local("20261101040000", PARIS_NIGHT, "20261101013000").getBytes(StandardCharsets.UTF_8);

        // when, then
        assertThat(Hl7TestMessages.times(reader.read(message)))
                .containsExactly("2026-10-25T06:30:00Z", "OBX-14 ambiguous time");
        assertThat(Hl7TestMessages.times(
                        reader.receivedAt(Instant.parse("2026-11-01T06:30:01Z")).read(message)))
                .contains("2026-11-01T06:30:00Z");
    }

    @Test
    void aMovementInTheHourThatOccursTwiceIsReported() {
        // given
        String adt = Hl7TestMessages.header("ADT^A01", "20261025040000") + "EVN||" + PARIS_NIGHT
                + "\rPID|||880021\rPV1||I|REA^^21\r";

        // when, then
        assertThat(Hl7TestMessages.of(adt).movements().get(0).time()).isEmpty();
        assertThat(Hl7TestMessages.times(Hl7TestMessages.of(adt))).containsExactly("EVN-2 ambiguous time");
        assertThat(Hl7TestMessages.arrived("2026-10-25T01:30:05Z", adt)
                        .movements()
                        .get(0)
                        .time())
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    private static String row(String time) {
        return "OBX|1|NM|8867-4^HR^LN||71|/min|||||F|||" + time;
    }

    /** Rows with these times, in a message whose header has that one. */
    private static String local(String header, String... times) {
        String[] rows =
                java.util.Arrays.stream(times).map(Hl7TimeParserTest::row).toArray(String[]::new);
        return Hl7TestMessages.oru(rows).replace("20260610120000+0200", header);
    }
}
