package org.vigie.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;

/** Tests the lines of alarms and patient movements. */
class OutcomeElementsTest {
    private static final Instant AT = Instant.parse("2026-03-01T09:14:59Z");

    private static final BedsideAlert HIGH_RATE = new BedsideAlert(
            "REA/03",
            "4410077",
            "mon-81",
            Optional.of(AT),
            "a-7",
            "196648^MDC_EVT_HI^MDC",
            "HR high",
            "147842^MDC_ECG_HEART_RATE^MDC",
            "151",
            "start",
            "active",
            "PH",
            "SP");

    @Test
    void anAlarmOfTheMonitorHasAllThatWasSentOfIt() {
        assertThat(line(List.of(), List.of(HIGH_RATE)))
                .contains(
                        "\"bed\":\"REA/03\"",
                        "\"time\":\"2026-03-01T09:14:59Z\"",
                        "\"id\":\"a-7\"",
                        "\"code\":\"196648^MDC_EVT_HI^MDC\"",
                        "\"text\":\"HR high\"",
                        "\"value\":\"151\"",
                        "\"phase\":\"start\",\"state\":\"active\",\"priority\":\"PH\",\"type\":\"SP\"",
                        "\"watchdog\":false,\"test\":false");
    }

    @Test
    void anAlarmWithoutATimeAndAnIdentifierHasNeither() {
        // given
        var bare = new BedsideAlert("", "", "", Optional.empty(), "", "196648", "", "", "", "start", "", "", "");

        // when, then
        assertThat(line(List.of(), List.of(bare)))
                .contains("\"bed\":null", "\"time\":null", "\"id\":null", "\"priority\":null");
    }

    @Test
    void anAlarmThatIsPutOnABedKeepsTheRest() {
        // when
        BedsideAlert moved = HIGH_RATE.withBed("REA/04");

        // then
        assertThat(moved).isNotEqualTo(HIGH_RATE);
        assertThat(moved.withBed("REA/03")).isEqualTo(HIGH_RATE);
    }

    @Test
    void aMovementHasItsBedsAndNoNameOfThePatient() {
        // given
        var transfer = movement("A02", MovementAction.TRANSFER);

        // when, then
        assertThat(line(List.of(transfer), List.of()))
                .contains(
                        "\"adt\":{\"event\":\"A02\",\"action\":\"transfer\",\"patient\":\"4410077\"",
                        "\"bed\":\"REA/05\",\"priorBed\":\"REA/03\"",
                        "\"admittedAt\":null")
                .doesNotContain("adtMore", "ORMEAU");
    }

    @Test
    void theSecondMovementOfAMessageStandsApart() {
        assertThat(line(
                        List.of(movement("A17", MovementAction.TRANSFER), movement("A17", MovementAction.NONE)),
                        List.of()))
                .contains("\"adtMore\":[{\"event\":\"A17\",\"action\":\"none\"");
    }

    @Test
    void aMovementThatIsPutOnOtherBedsKeepsThePatient() {
        // when
        PatientMovement moved = movement("A02", MovementAction.TRANSFER).withBeds("REA/09", "");

        // then
        assertThat(moved.bed()).isEqualTo("REA/09");
        assertThat(moved.priorBed()).isEmpty();
        assertThat(moved.person().family()).isEqualTo("ORMEAU");
        assertThat(moved.visit()).isEqualTo("S-1");
    }

    private static PatientMovement movement(String event, MovementAction action) {
        return new PatientMovement(
                event,
                action,
                "4410077",
                "S-1",
                "REA/05",
                "REA/03",
                "",
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                "",
                new PatientDemographics("ORMEAU", "APOLLINE", "19570412", "F"));
    }

    private static String line(List<PatientMovement> movements, List<BedsideAlert> alerts) {
        return new OutcomeJsonLine("a.hl7", new MessageOutcome("AA", "", List.of(), movements, alerts, List.of()))
                .text();
    }
}
