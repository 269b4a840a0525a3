package org.vigie.gateway.hl7.movement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.gateway.hl7.Hl7TestMessages;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;

/** Tests the effect of each trigger event on the beds, and how ZBE-4 changes it. */
class Hl7MovementEventTest {
    @ParameterizedTest
    @CsvSource({
        "A01, ADMIT",
        "A02, TRANSFER",
        "A03, DISCHARGE",
        "A06, TRANSFER",
        "A07, UPDATE",
        "A08, UPDATE",
        "A11, CANCEL_ADMIT",
        "A12, CANCEL_TRANSFER",
        "A13, CANCEL_DISCHARGE",
        "A28, UPDATE",
        "A31, UPDATE",
        "A40, MERGE",
        "A46, MERGE",
        "A47, MERGE",
        "A05, NONE",
        "A14, NONE",
        "A38, NONE",
        "A60, NONE",
        "Z99, UPDATE",
    })
    void anEventHasItsEffect(String event, MovementAction effect) {
        assertThat(moved(event, "").movements())
                .extracting(PatientMovement::event, PatientMovement::action)
                .containsExactly(org.assertj.core.api.Assertions.tuple(event, effect));
    }

    @ParameterizedTest
    @CsvSource({
        "A01, CANCEL, CANCEL_ADMIT",
        "A02, CANCEL, CANCEL_TRANSFER",
        "A03, CANCEL, CANCEL_DISCHARGE",
        "A08, CANCEL, UPDATE",
        "A40, CANCEL, MERGE",
        "A01, UPDATE, UPDATE",
        "A03, UPDATE, UPDATE",
        "A40, UPDATE, MERGE",
        "A01, INSERT, ADMIT",
        "A06, INSERT, TRANSFER",
        "A06, UPDATE, UPDATE",
        "A02, '', TRANSFER",
    })
    void inFranceTheMovementSaysWhetherItIsCancelled(String event, String type, MovementAction effect) {
        assertThat(moved(event, "ZBE|mv-7^V|20261128154544+0000||" + type + "|N\r")
                        .movements())
                .extracting(PatientMovement::action)
                .containsExactly(effect);
    }

    @ParameterizedTest
    @CsvSource({
        "A12, CANCEL, Y, CANCEL_PAST_TRANSFER",
        "A12, '', Y, CANCEL_PAST_TRANSFER",
        "A12, CANCEL, N, CANCEL_TRANSFER",
        "A02, INSERT, Y, TRANSFER",
        "A02, CANCEL, Y, CANCEL_PAST_TRANSFER",
    })
    void inFranceTheMovementSaysWhetherOthersFollowedIt(String event, String type, String past, MovementAction effect) {
        assertThat(moved(event, "ZBE|mv-7^V|20261128154544+0000||" + type + "|" + past + "\r")
                        .movements())
                .extracting(PatientMovement::action)
                .containsExactly(effect);
    }

    @Test
    void anOutpatientWhoBecomesAnInpatientWithoutABedMovesNowhere() {
        // when
        MessageOutcome outcome = Hl7TestMessages.of(Hl7TestMessages.header("ADT^A06", "20261128154544+0000")
                + "EVN||20261128154544+0000\rPID|||770061^^^V^PI\rPV1||I\r");

        // then
        assertThat(outcome.movements()).extracting(PatientMovement::action).containsExactly(MovementAction.UPDATE);
    }

    private static MessageOutcome moved(String event, String zbe) {
        return Hl7TestMessages.of(Hl7TestMessages.header("ADT^" + event, "20261128154544+0000")
                + "EVN||20261128154544+0000\rPID|||770061^^^V^PI\rMRG|770062^^^V^PI\rPV1||I|REA^^1\r"
                + zbe);
    }
}
